using System.Globalization;
using System.Text.Json.Serialization;

namespace BorgerPortal.Domain.Worklist;

/// <summary>Names one case of the caseworkers' list: an error report or a receipt.</summary>
public sealed record WorkKey
{
    private const char OfReport = 'f';
    private const char OfReceipt = 'k';

    [JsonConstructor]
    private WorkKey(long? reportId, Guid? receiptId) => (ReportId, ReceiptId) = (reportId, receiptId);

    /// <summary>The error report; null where it is a receipt.</summary>
    public long? ReportId { get; }

    /// <summary>The receipt; null where it is an error report.</summary>
    public Guid? ReceiptId { get; }

    public static WorkKey Of(long reportId) => new(reportId, receiptId: null);

    public static WorkKey Of(Guid receiptId) => new(reportId: null, receiptId);

    /// <summary>Reads what <see cref="ToString"/> has written; null for anything else.</summary>
    public static WorkKey? Read(string? text) => text switch
    {
        [OfReport, '-', .. var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Of(number),
        [OfReceipt, '-', .. var id] when Guid.TryParseExact(id, "D", out var reference) => Of(reference),
        _ => null,
    };

    /// <summary>As an address holds it.</summary>
    public override string ToString() => ReportId is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{OfReport}-{number}")
        : $"{OfReceipt}-{ReceiptId}";
}
