using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace BorgerPortal.Web.Api.Description;

/// <summary>What the OpenAPI document says of one operation beyond what follows from its row of errors.</summary>
/// <param name="Summary">One line.</param>
/// <param name="Tag">The group that it is shown in.</param>
/// <param name="Parameters">What stands in its path and query; the headers follow from the kind of call.</param>
/// <param name="Answers">Its answers other than problems.</param>
internal sealed record OperationDoc(
    string Summary, string Tag, IReadOnlyList<ParameterDoc> Parameters, IReadOnlyList<AnswerDoc> Answers)
{
    public BodyDoc? Body { get; init; }

    /// <summary>Whether the call is about a citizen, so that a personnummer must come with it.</summary>
    public bool IsAboutACitizen { get; init; } = true;

    /// <summary>Stands in for the operation's section of docs/operations.md where it has none.</summary>
    public string? Description { get; init; }
}

/// <summary>A body, with the type that its schema is made of and an example of it.</summary>
internal sealed record BodyDoc(Type Type, JsonNode Example)
{
    public static BodyDoc Of<T>(T example, JsonTypeInfo<T> type) => new(typeof(T), JsonSerializer.SerializeToNode(example, type)!);
}

/// <summary>An answer that is no problem.</summary>
/// <param name="Status">The status.</param>
/// <param name="Description">When it is given.</param>
/// <param name="Body">Null for an empty one.</param>
/// <param name="HasLocation">Whether the header Location leads to what was made.</param>
internal sealed record AnswerDoc(int Status, string Description, BodyDoc? Body, bool HasLocation = false)
{
    public static AnswerDoc Ok<T>(string description, T example, JsonTypeInfo<T> type) =>
        new(StatusCodes.Status200OK, description, BodyDoc.Of(example, type));
}
