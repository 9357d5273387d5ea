using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Docs.Tests;

/// <summary>The checks find what they are for, and nothing else.</summary>
public class CheckTests
{
    private const string Quotation = "<!-- from Boot/layout.inc -->\n```nasm\n";

    [Theory]
    [InlineData("[the top](../README.md)", 0)]
    [InlineData("![a picture](../docs/images/boot.png) and [a folder](../Kernel/)", 0)]
    [InlineData("## A `heading`, here\n[up](#a-heading-here)", 0)]
    [InlineData("[elsewhere](https://example.org/nowhere.md)", 0)]
    [InlineData("`[code](nowhere.md)`", 0)]
    [InlineData("[nowhere](nowhere.md)", 1)]
    [InlineData("## Here\n[there](#there)", 1)]
    [InlineData("[a page, but no such heading](../README.md#there-is-no-such-heading)", 1)]
    public void FindsBrokenLinks(string text, int count) => Finds(Checks.BrokenLinks, text, count);

    [Theory]
    [InlineData("`Boot/start.asm`, `start.asm`, `Kernel/Metal/` and `Kernel/Metal`", 0)]
    [InlineData("`artifacts/image/kernel.elf`, `pc|q35`, `and/or` and `log=debug`", 0)]
    [InlineData("`Boot/nothing.asm`", 1)]
    [InlineData("`nothing.asm`", 1)]
    [InlineData("`Kernel/Nothing`", 1)]
    [InlineData("`Nowhere/`", 1)]
    public void FindsMissingPaths(string text, int count) => Finds(Checks.MissingPaths, text, count);

    [Theory]
    [InlineData(Quotation + "    PAGE_SIZE       equ 4096\n```", 0)]
    [InlineData("```nasm\nPAGE_SIZE equ 8192\n```", 0)]
    [InlineData(Quotation + "PAGE_SIZE equ 8192\n```", 1)]
    [InlineData(Quotation + "PAGE_SIZE       equ 4096\nPAGE_SIZE       equ 4096\n```", 1)]
    [InlineData(Quotation + "```", 1)]
    [InlineData("<!-- from Boot/nothing.inc -->\n```\nPAGE_SIZE       equ 4096\n```", 1)]
    public void FindsWrongQuotations(string text, int count) => Finds(Checks.WrongQuotations, text, count);

    [Theory]
    [InlineData("", 121, 1)]
    [InlineData("", 120, 0)]
    [InlineData("|", 121, 0)]
    [InlineData("```\n", 121, 0)]
    public void FindsLongLines(string before, int length, int count) =>
        Finds(Checks.LongLines, before + new string('x', length), count);

    [Theory]
    [InlineData("run --uefi", true)]
    [InlineData("run --uefi --memory 64M", true)]
    [InlineData("walk", false)]
    [InlineData("run --backwards", false)]
    [InlineData("run --machine toaster", false)]
    public void KnowsWhatTheVerbsTake(string words, bool isKnown) => Assert.Equal(isKnown, Verbs.Takes(words));

    private static void Finds(Func<Page, IEnumerable<string>> check, string text, int count) =>
        Assert.Equal(count, check(new Page("docs/sample.md", text)).Count());
}
