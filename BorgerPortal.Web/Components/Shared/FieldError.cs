namespace BorgerPortal.Web.Components.Shared;

/// <summary>A field that is not in order: shown in the summary, which leads to the field, and at the field.</summary>
/// <param name="Field">The name of the field or group.</param>
/// <param name="FieldId">The id of the input that the summary leads to.</param>
/// <param name="Text">What to do about it.</param>
public sealed record FieldError(string Field, string FieldId, string Text);
