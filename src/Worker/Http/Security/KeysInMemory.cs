using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LiveQuality.Worker.Http.Security;

/// <summary>Keeps the framework's data protection keys in memory: nothing here is sealed for later, so no key is written into somebody's home, or missed on a read-only disk.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> _elements = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_elements)
        {
            return [.. _elements];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_elements)
        {
            _elements.Add(element);
        }
    }
}
