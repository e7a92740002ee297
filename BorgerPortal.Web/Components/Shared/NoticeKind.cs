namespace BorgerPortal.Web.Components.Shared;

/// <summary>What a box is about; its text says so too.</summary>
public enum NoticeKind
{
    Info,
    Success,
    Warning,
    Error,
}
