namespace BorgerPortal.Web.Resources;

/// <summary>The pages' words: Texts.resx in Danish, Texts.en.resx in English.</summary>
public sealed class Texts;
