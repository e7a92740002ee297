using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>What came back.</summary>
public sealed record Answer(int Status, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The codes of a problem, the leading one first.</summary>
    public IEnumerable<int> Codes => Json["fejl"]!.AsArray().Select(error => error!["fejlkode"]!.GetValue<int>());

    /// <summary>The fields that a problem names.</summary>
    public IEnumerable<string?> Fields => Json["fejl"]!.AsArray().Select(error => error!["felt"]?.GetValue<string>());

    /// <summary>The answer is exactly this JSON, names and order included.</summary>
    public void AssertJson(string expected)
    {
        Assert.Equal(200, Status);
        Assert.Equal("application/json", ContentHeaders.ContentType!.MediaType);
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), Json.ToJsonString());
    }

    /// <summary>The answer is a problem without a code of its own.</summary>
    public void AssertPlainProblem(int status)
    {
        Assert.Equal(status, Status);
        Assert.Equal("application/problem+json", ContentHeaders.ContentType!.MediaType);
        Assert.Equal(status, Json["status"]!.GetValue<int>());
        Assert.Null(Json["fejlkode"]);
        Assert.NotEmpty(Json["detail"]!.GetValue<string>());
        Assert.NotEmpty(Json["traceId"]!.GetValue<string>());
    }

    /// <summary>The answer is a 1014 that names exactly these fields.</summary>
    public void AssertInvalid(params string[] fields)
    {
        Assert.Equal(400, Status);
        Assert.Equal(1014, Json["fejlkode"]!.GetValue<int>());
        Assert.Equal(fields, Fields);
    }
}
