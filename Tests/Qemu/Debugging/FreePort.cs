using System.Net;
using System.Net.Sockets;

namespace QemuTests.Debugging;

/// <summary>A TCP port of this host that nobody listens on.</summary>
internal static class FreePort
{
    /// <summary>
    /// Finds one. Somebody else may take it before it is used, but the system gives it to nobody for a while.
    /// </summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
