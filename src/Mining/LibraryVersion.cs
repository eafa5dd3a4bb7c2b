using System.Reflection;

namespace LiveQuality.Mining;

/// <summary>Versions of libraries, for those who must say what took part.</summary>
internal static class LibraryVersion
{
    /// <summary>The version of the library that a type comes from; <c>unknown</c> where it does not say.</summary>
    public static string Of(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
