using MudBlazor;

namespace BorgerPortal.Web.Components.Theme;

/// <summary>The look: two palettes, one typeface, a radius of 3 px.</summary>
public static class PortalTheme
{
    public const string Typeface = "IBM Plex Sans";

    public static readonly PortalPalette Light = new()
    {
        Background = "#FFFFFF",
        Surface = "#F5F5F5",
        Text = "#1A1A1A",
        MutedText = "#454545",
        Primary = "#44831E",
        PrimaryHover = "#3C5C22",
        OnPrimary = "#FFFFFF",
        Link = "#004D99",
        Border = "#707070",
        Divider = "#DCDCDC",
        Focus = "#454545",
        Error = "#CC0000",
        ErrorTint = "#FFE0E0",
        Warning = "#FEBB30",
        WarningTint = "#FFEECC",
        Success = "#358000",
        SuccessTint = "#DDF7CE",
        Info = "#1B86C3",
        InfoTint = "#E2F2FB",
    };

    public static readonly PortalPalette Dark = new()
    {
        Background = "#1A1A1A",
        Surface = "#2B2B2B",
        Text = "#F5F5F5",
        MutedText = "#DCDCDC",
        Primary = "#8FCF6A",
        PrimaryHover = "#B4E298",
        OnPrimary = "#1A1A1A",
        Link = "#8CC4FF",
        Border = "#8E8E8E",
        Divider = "#454545",
        Focus = "#FFFFFF",
        Error = "#FF9C9C",
        ErrorTint = "#3D2626",
        Warning = "#FEBB30",
        WarningTint = "#3B3223",
        Success = "#8FCF6A",
        SuccessTint = "#2A3A22",
        Info = "#8CC4FF",
        InfoTint = "#22323F",
    };

    /// <summary>The same for MudBlazor's components.</summary>
    public static readonly MudTheme Mud = new()
    {
        PaletteLight = Fill(new PaletteLight(), Light),
        PaletteDark = Fill(new PaletteDark(), Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "3px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = [Typeface, "sans-serif"], FontSize = "1rem", LineHeight = "1.5" },
            Button = new ButtonTypography { FontSize = "1rem", FontWeight = "600", LineHeight = "1.5", TextTransform = "none", LetterSpacing = "normal" },
        },
    };

    private static T Fill<T>(T mud, PortalPalette colours)
        where T : Palette
    {
        mud.Background = colours.Background;
        mud.Surface = colours.Background;
        mud.TextPrimary = colours.Text;
        mud.TextSecondary = colours.MutedText;
        mud.Primary = colours.Primary;
        mud.PrimaryDarken = colours.PrimaryHover;
        mud.PrimaryContrastText = colours.OnPrimary;
        mud.Secondary = colours.MutedText;
        mud.SecondaryContrastText = colours.Background;
        mud.ActionDefault = colours.MutedText;
        mud.LinesInputs = colours.Border;
        mud.LinesDefault = colours.Divider;
        mud.Divider = colours.Divider;
        mud.Error = colours.Error;
        mud.ErrorContrastText = colours.OnPrimary;
        mud.Warning = colours.Warning;
        mud.WarningContrastText = PortalTheme.Light.Text;
        mud.Success = colours.Success;
        mud.Info = colours.Info;
        return mud;
    }
}
