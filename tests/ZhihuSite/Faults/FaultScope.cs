namespace LiveQuality.ZhihuSite.Faults;

/// <summary>For what a fault's share is drawn.</summary>
internal enum FaultScope
{
    /// <summary>For every request anew: trying again may help.</summary>
    EachRequest,

    /// <summary>For every address, and only its first request is hit: trying again helps.</summary>
    FirstRequest,

    /// <summary>For every address, and all its requests are hit: trying again never helps.</summary>
    Address,

    /// <summary>For every run of <see cref="Fault.BurstLength"/> requests in a row, whatever their address: an outage.</summary>
    Burst,
}
