# Writes cultures.tsv beside this file, from a pwsh whose .NET runs with ICU:
#     pwsh -NoProfile -c "$(cat generate.ps1)" > cultures.tsv
# One line a culture, tab between fields, '|' between the items of a list, '^' for "as the parent has it".
# The order of the fields is the order in which table.rs reads them.
$gregorian = [Globalization.GregorianCalendar]::new()

function Fields([Globalization.CultureInfo]$c) {
    $n = $c.NumberFormat
    $d = $c.DateTimeFormat
    if ($d.Calendar -isnot [Globalization.GregorianCalendar]) {
        $d = $d.Clone()
        try { $d.Calendar = $gregorian } catch { }
    }
    $t = $c.TextInfo
    @(
        $c.LCID, $c.EnglishName, $c.NativeName, $c.TwoLetterISOLanguageName, $c.ThreeLetterISOLanguageName,
        $c.ThreeLetterWindowsLanguageName, [int]$c.IsNeutralCulture
        $t.ListSeparator, [int]$t.IsRightToLeft, $t.ANSICodePage, $t.OEMCodePage
        $n.NegativeSign, $n.PositiveSign, $n.NumberDecimalSeparator, $n.NumberGroupSeparator,
        ($n.NumberGroupSizes -join '|'), $n.NumberDecimalDigits, $n.NumberNegativePattern
        $n.CurrencySymbol, $n.CurrencyDecimalSeparator, $n.CurrencyGroupSeparator,
        ($n.CurrencyGroupSizes -join '|'), $n.CurrencyDecimalDigits, $n.CurrencyPositivePattern,
        $n.CurrencyNegativePattern
        $n.PercentSymbol, $n.PerMilleSymbol, $n.PercentDecimalSeparator, $n.PercentGroupSeparator,
        ($n.PercentGroupSizes -join '|'), $n.PercentDecimalDigits, $n.PercentPositivePattern,
        $n.PercentNegativePattern
        $n.NaNSymbol, $n.PositiveInfinitySymbol, $n.NegativeInfinitySymbol, ($n.NativeDigits -join '|'),
        [int]$n.DigitSubstitution
        $d.AMDesignator, $d.PMDesignator, $d.DateSeparator, $d.TimeSeparator, [int]$d.FirstDayOfWeek,
        [int]$d.CalendarWeekRule
        $d.FullDateTimePattern, $d.MonthDayPattern
        ($d.GetAllDateTimePatterns('d') -join '|'), ($d.GetAllDateTimePatterns('D') -join '|'),
        ($d.GetAllDateTimePatterns('t') -join '|'), ($d.GetAllDateTimePatterns('T') -join '|'),
        ($d.GetAllDateTimePatterns('y') -join '|')
        ($d.DayNames -join '|'), ($d.AbbreviatedDayNames -join '|'), ($d.ShortestDayNames -join '|')
        ($d.MonthNames -join '|'), ($d.AbbreviatedMonthNames -join '|'), ($d.MonthGenitiveNames -join '|'),
        ($d.AbbreviatedMonthGenitiveNames -join '|')
        $d.GetEraName(1), $d.GetAbbreviatedEraName(1)
    ) | ForEach-Object { "$_" }
}

# names in use that GetCultures does not list
$short = 'zh-CN', 'zh-TW', 'zh-HK', 'zh-SG', 'zh-MO', 'sr-RS', 'sr-BA', 'sr-ME', 'pa-IN', 'pa-PK', 'uz-UZ', 'uz-AF',
    'az-AZ', 'bs-BA', 'no-NO', 'ks-IN', 'iw-IL', 'tl-PH' |
    ForEach-Object { [Globalization.CultureInfo]::GetCultureInfo($_) }
$cultures = [Globalization.CultureInfo]::GetCultures('AllCultures') + $short |
    Sort-Object { $_.Name.ToLowerInvariant() }
foreach ($c in $cultures) {
    $own = Fields $c
    $parent = $c.Parent
    if ($c.Name -ne '') {
        # not -ceq, which takes marks without weight and wide forms for equal
        $above = Fields $parent
        for ($i = 0; $i -lt $own.Count; $i++) { if ([string]::Equals($own[$i], $above[$i])) { $own[$i] = '^' } }
    }
    [Console]::Out.Write((@($c.Name, $parent.Name) + $own) -join "`t")
    [Console]::Out.Write("`n")
}
