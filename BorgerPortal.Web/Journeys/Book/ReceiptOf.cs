namespace BorgerPortal.Web.Journeys.Book;

/// <summary>What a receipt is of, where it is not of a booking made just now.</summary>
public static class ReceiptOf
{
    public const string Moved = "flyttet";
    public const string Cancelled = "aflyst";
}
