using BorgerPortal.E2E.Support;

namespace BorgerPortal.E2E.Pages;

/// <summary>A page in one of the states that a citizen can meet it in, in the demonstration.</summary>
/// <param name="Name">What its snapshot and its pictures are called.</param>
/// <param name="Heading">Its h1 in Danish.</param>
/// <param name="ReachAsync">Brings a citizen there.</param>
public sealed record PageState(string Name, string Heading, Func<Visitor, Task> ReachAsync)
{
    /// <summary>What stands there when the page has been answered; the heading itself where null.</summary>
    public string? Ready { get; init; }

    /// <summary>Whether it works over a connection to the server, as the pages of a citizen who has logged in do.</summary>
    public bool IsLive { get; init; } = true;

    /// <summary>Whether the way there changes what others would see, so that it needs a portal of its own.</summary>
    public bool Changes { get; init; }

    /// <summary>Whether docs/ shows it.</summary>
    public bool IsInDocs { get; init; }

    public override string ToString() => Name;
}
