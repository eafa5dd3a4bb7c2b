using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>A page that has nothing to show before what it shows has been read. The framework renders a page whose reading takes a while once before, which is for browsers that wait with it, and ours get whole pages.</summary>
[SuppressMessage("Maintainability", "CA1515:Consider making public types internal", Justification = "Razor makes the pages public, and no base may be less.")]
public abstract class LoadedPage : ComponentBase
{
    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        // They are good until the first wait only.
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads it.</summary>
    protected abstract Task LoadAsync();
}
