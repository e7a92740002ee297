using BorgerPortal.Domain;
using BorgerPortal.Web.Api.Answers;
using Xunit;

namespace BorgerPortal.Tests.Api;

public sealed class ErrorStatusTests
{
    private static readonly Dictionary<int, int[]> Listed = new()
    {
        [400] = [1014],
        [403] = [8107],
        [404] = [1010, 4400, 8111, 4768, 8108, 4770, 99202, 99203],
        [409] = [4767, 4819, 8273, 9220],
        [502] = [9303, 9329],
        [503] = [4769, 9018],
    };

    [Fact]
    public void Of_EveryKind_HasAStatusOfItsOwn()
    {
        var statuses = Enum.GetValues<ErrorKind>().Select(ErrorStatus.Of).ToList();

        Assert.Equal(statuses.Count, statuses.Distinct().Count());
    }

    [Fact]
    public void Of_EveryCode_IsAsTheBindingSays()
    {
        var exceptions = Listed.SelectMany(line => line.Value.Select(code => (Code: code, Status: line.Key))).ToDictionary(pair => pair.Code, pair => pair.Status);

        Assert.All(Errors.ByNumber.Values, code => Assert.Equal(exceptions.GetValueOrDefault(code.Number, 422), ErrorStatus.Of(code.Kind)));
    }
}
