using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Api;

/// <summary>What a client system reads is noted under its name.</summary>
public sealed class ReadAuditCallTests
{
    [Fact]
    public async Task Get_ByAClient_IsNotedUnderItsName()
    {
        await using var scene = await ApiScene.SetAsync();

        await scene.GetAsync("/borgerstatus");
        await scene.Server.Services.GetRequiredService<ReadAudit>().FlushAsync();

        var entry = await ReadAsync(scene);
        Assert.Equal(
            (ActorKind.Client, "Jobnet", scene.Citizen.Id, OperationNames.GetCitizenStatus),
            (entry.ActorKind, entry.Actor, entry.CitizenId!.Value, entry.Operation));
    }

    [Fact]
    public async Task Get_PortalIsStoppedThen_IsWrittenBeforeItEnds()
    {
        await using var scene = await ApiScene.SetAsync();
        await scene.GetAsync("/indkaldelser");

        // The clock stands still: nothing but the stop writes it.
        await scene.RestartAsync();

        Assert.Equal(OperationNames.GetBookings, (await ReadAsync(scene)).Operation);
    }

    private static Task<AuditEntry> ReadAsync(ApiScene scene) => scene.Server.Services.ReadAsync(context => context.AuditEntries.AsNoTracking().SingleAsync());
}
