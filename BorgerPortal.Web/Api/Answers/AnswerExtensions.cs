using System.Text.Json.Serialization.Metadata;
using BorgerPortal.Domain;

namespace BorgerPortal.Web.Api.Answers;

/// <summary>An operation's result as an answer.</summary>
internal static class AnswerExtensions
{
    /// <summary>200 with what was asked for, or the problem.</summary>
    public static IResult ToAnswer<T, TWire>(this Result<T> result, Func<T, TWire> toWire, JsonTypeInfo<TWire> type)
        where T : notnull =>
        result.IsError ? new ErrorProblem(result.Errors) : TypedResults.Json(toWire(result.Value), type);

    /// <summary>204, or the problem.</summary>
    public static IResult ToNoContent<T>(this Result<T> result)
        where T : notnull =>
        result.IsError ? new ErrorProblem(result.Errors) : TypedResults.NoContent();

    /// <summary>201 with the address of what was made and no body, or the problem.</summary>
    public static IResult ToCreated<T>(this Result<T> result, Func<T, string> toAddress)
        where T : notnull =>
        result.IsError ? new ErrorProblem(result.Errors) : TypedResults.Created(toAddress(result.Value));
}
