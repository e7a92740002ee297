using System.Security.Claims;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Web.Security;
using Xunit;

namespace BorgerPortal.Tests.Security;

public sealed class SessionUserTests
{
    [Fact]
    public void CaseWorkerOfId7_IsNotCitizen7()
    {
        var worker = SessionUser.Of(SubjectKind.CaseWorker, 7, "10101");

        Assert.Null(worker.CitizenId());
        Assert.Equal(7, worker.CaseWorkerId());
        Assert.Equal(new Desk(7, "10101"), worker.Desk());
    }

    [Fact]
    public void CitizenOfId7_IsNoCaseWorker()
    {
        var citizen = SessionUser.Of(SubjectKind.Citizen, 7);

        Assert.Equal(7, citizen.CitizenId());
        Assert.Null(citizen.CaseWorkerId());
        Assert.Null(citizen.Desk());
        Assert.Null(citizen.JobCentreCode());
    }

    [Theory]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("citizen-")]
    [InlineData("citizen-caseworker-7")]
    public void Id_OfNoKind_IsNobodys(string id)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], SessionCookie.SchemeName));

        Assert.Null(user.CitizenId());
        Assert.Null(user.CaseWorkerId());
    }
}
