using System.Diagnostics;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Web.Components.Shared;

/// <summary>Gives each fault of a page its reference, and logs it under that.</summary>
public sealed partial class PageFaults(IdSource ids, ILogger<PageFaults> logger)
{
    /// <summary>An operation refused.</summary>
    public Fault Refused(IReadOnlyList<Error> errors)
    {
        var fault = new Fault(errors, NewReference());
        LogRefused(logger, string.Join(',', errors.Select(error => error.Code)), fault.Reference);
        return fault;
    }

    /// <summary>The portal could not read or write its own data.</summary>
    public Fault Unavailable(Exception exception)
    {
        var fault = new Fault([], NewReference());
        LogUnavailable(logger, fault.Reference, exception);
        return fault;
    }

    /// <summary>A button of a preview that would have changed something.</summary>
    public Fault OnlyPreviewed() => new([], NewReference()) { IsPreview = true };

    private string NewReference() => Activity.Current?.TraceId.ToHexString() ?? ids.Next().ToString("N");

    [LoggerMessage(Level = LogLevel.Information, Message = "A page shows {Codes}, reference {Reference}")]
    private static partial void LogRefused(ILogger logger, string codes, string reference);

    [LoggerMessage(Level = LogLevel.Error, Message = "A page could not be answered, reference {Reference}")]
    private static partial void LogUnavailable(ILogger logger, string reference, Exception exception);
}
