using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Worklist;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.CaseWorkers.Worklist;

/// <summary>A page that is read anew whenever anybody does something with the jobcentre's list.</summary>
public abstract class WorkWatchPage : CaseWorkerPage
{
    private IDisposable? _watching;

    [Inject]
    public required WorklistWatch List { get; set; }

    /// <summary>Reads anew.</summary>
    protected abstract Task ReadAgainAsync();

    /// <summary>Begins to watch, once the page is live.</summary>
    protected void Watch(Desk desk)
    {
        if (RendererInfo.IsInteractive)
        {
            _watching ??= List.Watch(desk.JobCentreCode, () => _ = InvokeAsync(ChangedAsync));
        }
    }

    protected override void Dispose(bool disposing)
    {
        _watching?.Dispose();
        base.Dispose(disposing);
    }

    private async Task ChangedAsync()
    {
        if (!Leaving.IsCancellationRequested)
        {
            await ReadAgainAsync();
            StateHasChanged();
        }
    }
}
