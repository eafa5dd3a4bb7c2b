namespace LiveQuality.Worker.Steps;

/// <summary>What was made due again.</summary>
/// <param name="Addresses">Addresses that had failed.</param>
/// <param name="Hosts">Hosts whose pause was ended.</param>
internal sealed record RequeueReport(int Addresses, int Hosts);
