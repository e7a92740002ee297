using System.Text.Encodings.Web;
using System.Text.Json;

namespace BorgerPortal.Tests.Api;

internal static class WireOptions
{
    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
