using System.Text.Json;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Journeys;

/// <summary>What a prerendered page hands to the live one as JSON comes out as it went in, and holds no personnummer.</summary>
public sealed class PrerenderedAnswersTests
{
    [Fact]
    public async Task Answers_ThroughJson_AreTheSame()
    {
        await using var scene = await BookingScene.SetAsync(
            option: null,
            citizen => citizen.Deadlines.Add(new Deadline { InterviewType = InterviewType.JobInterview, BookBy = new DateOnly(2027, 3, 8), HoldBy = new DateOnly(2027, 3, 20) }));
        var booking = await scene.AssertBookedAsync();
        var citizen = CitizenReference.ById(scene.Citizen.Id);

        await AssertSameAsync<GetCitizenStatus, CitizenStatus>(scene, operation => operation.ExecuteAsync(new(citizen), default));
        await AssertSameAsync<GetSelfbookInterviewOptions, SelfbookInterviewOptions>(scene, operation => operation.ExecuteAsync(new(citizen), default));
        await AssertSameAsync<GetBookings, CurrentBookings>(scene, operation => operation.ExecuteAsync(new(citizen), default));
        await AssertSameAsync<GetBooking, BookingView>(scene, operation => operation.ExecuteAsync(new(citizen, booking.Id), default));
    }

    private static async Task AssertSameAsync<TOperation, TAnswer>(BookingScene scene, Func<TOperation, Task<Result<TAnswer>>> ask)
        where TOperation : notnull
        where TAnswer : class
    {
        var answer = (await ask(scene.Portal.Services.GetRequiredService<TOperation>())).Value;

        var json = JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
        var read = JsonSerializer.Deserialize<TAnswer>(json, JsonSerializerOptions.Web);

        Assert.Equivalent(answer, read, strict: true);
        Assert.DoesNotContain(World.PersonnummerOf(0), json, StringComparison.Ordinal);
    }
}
