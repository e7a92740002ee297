using System.Text.Json.Nodes;
using Xunit;

namespace BorgerPortal.Tests.Api.Description;

/// <summary>What the document is held against can itself find a fault.</summary>
public sealed class SchemaCheckTests
{
    private const string Schema = """
        {"type":"object","required":["navn"],"properties":{
          "navn":{"type":"string","minLength":1,"maxLength":3,"pattern":"^[a-z]+$"},
          "antal":{"type":"integer","minimum":1,"maximum":9},
          "tid":{"type":["null","string"],"format":"date-time"},
          "ord":{"type":"array","minItems":1,"items":{"enum":["a","b"]}},
          "et":{"anyOf":[{"type":"string"},{"type":"boolean"}]}}}
        """;

    [Theory]
    [InlineData("""{"navn":"abc","antal":9,"tid":null,"ord":["a"],"et":true}""", true)]
    [InlineData("""{"antal":9}""", false)]
    [InlineData("""{"navn":""}""", false)]
    [InlineData("""{"navn":"abcd"}""", false)]
    [InlineData("""{"navn":"AB"}""", false)]
    [InlineData("""{"navn":null}""", false)]
    [InlineData("""{"navn":"a","antal":0}""", false)]
    [InlineData("""{"navn":"a","antal":10}""", false)]
    [InlineData("""{"navn":"a","antal":"1"}""", false)]
    [InlineData("""{"navn":"a","antal":1.5}""", false)]
    [InlineData("""{"navn":"a","tid":"i morgen"}""", false)]
    [InlineData("""{"navn":"a","ord":[]}""", false)]
    [InlineData("""{"navn":"a","ord":["c"]}""", false)]
    [InlineData("""{"navn":"a","et":1}""", false)]
    [InlineData("""{"navn":"a","andet":1}""", false)]
    [InlineData("[]", false)]
    public void FaultsOf_Value_AreFoundWhereThereAreAny(string value, bool isSound) =>
        Assert.Equal(isSound, !new SchemaCheck(new JsonObject()).FaultsOf(JsonNode.Parse(value), JsonNode.Parse(Schema)!).Any());

    [Fact]
    public void FaultsOf_KeywordThatIsNotLookedAt_IsAFault() =>
        Assert.NotEmpty(new SchemaCheck(new JsonObject()).FaultsOf(1, JsonNode.Parse("""{"multipleOf":2}""")!));
}
