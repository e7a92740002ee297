using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace BorgerPortal.Tests.Support;

/// <summary>The test reads pages in this culture; Danish if none is named.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PageLanguageAttribute(string culture = "da-DK") : BeforeAfterTestAttribute
{
    private (CultureInfo Culture, CultureInfo Ui) _before;

    public string Culture { get; } = culture;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Culture);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
}
