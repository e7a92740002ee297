using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>The numbers by which the times of one listing name caseworkers. One who may not be chosen is hidden, and so another than the same one elsewhere.</summary>
internal sealed class CaseWorkerNumbers
{
    private readonly Dictionary<(long CaseWorkerId, bool IsNamed), SupervisorToBook> _all = [];

    public IReadOnlyList<SupervisorToBook> All => [.. _all.Values];

    public int Of(CaseWorker worker, bool isNamed)
    {
        if (!_all.TryGetValue((worker.Id, isNamed), out var known))
        {
            _all[(worker.Id, isNamed)] = known = new SupervisorToBook(_all.Count + 1, isNamed ? worker.ToSupervisor() : Supervisor.Hidden);
        }

        return known.Id;
    }
}
