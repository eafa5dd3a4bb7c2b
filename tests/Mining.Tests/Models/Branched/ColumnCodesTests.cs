using CsCheck;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Models.Branched;

public sealed class ColumnCodesTests
{
    private const double Unknown = double.NaN;

    [Fact]
    public void Fit_Numbers_EndsPiecesAtQuantiles()
    {
        var code = ColumnCode.Fit([.. Enumerable.Range(0, 101).Select(value => (double)value * value).Reverse()], isCategory: false, bins: 4);

        Assert.Equal([0, 625, 2500, 5625, 10_000], code.Edges);
        Assert.Equal((4, 5, 2500), (code.Pieces, code.Units, code.Median));
    }

    [Fact]
    public void Fit_MostRowsAlike_MakesNoEmptyPiece() =>
        Assert.Equal([0, 7], ColumnCode.Fit([0, 0, 0, 0, 0, 0, 0, 0, 7], isCategory: false, bins: 8).Edges);

    [Theory]
    [InlineData(5)]
    [InlineData(20_000_000)]
    [InlineData(-3e12)]
    public void Fit_ConstantColumn_GivesFiniteSharesThatCanBeStored(double value)
    {
        var codes = ColumnCodes.Fit(Some.Rows([value], [value]), new HashSet<int>(), 8);
        var (kinds, edges) = codes.Save();

        Assert.Equal((0, 0, false), Of(codes[0].Find((float)value)));
        Assert.Equal((0, 1, false), Of(codes[0].Find(float.MaxValue)));
        Assert.Equal(1, ColumnCodes.Load(kinds, edges).Count);
    }

    [Fact]
    public void Write_NumberWithinAPiece_IsOneBelowAndAShareWithin()
    {
        var codes = ColumnCodes.Fit(Some.Rows([0], [10], [30], [70], [100]), new HashSet<int>(), 4);

        Assert.Equal([1, 1, 0.25f, 0, 0], codes.Encode(Some.Rows([40])));
        Assert.Equal([0, 0, 0, 0, 0], codes.Encode(Some.Rows([-5])));
        Assert.Equal([1, 1, 1, 1, 0], codes.Encode(Some.Rows([1e6])));
    }

    [Fact]
    public void Write_UnknownNumber_StandsAtTheMedianAndSaysUnknown() =>
        Assert.Equal([1, 1, 0, 0, 1], ColumnCodes.Fit(Some.Rows([0], [10], [30], [70], [100]), new HashSet<int>(), 4).Encode(Some.Rows([Unknown])));

    [Fact]
    public void Write_ColumnThatIsAllUnknown_SaysUnknownAndNothingElse() =>
        Assert.Equal([0, 1], ColumnCodes.Fit(Some.Rows([Unknown], [Unknown]), new HashSet<int>(), 4).Encode(Some.Rows([Unknown])));

    [Theory]
    [InlineData(3, new float[] { 1, 0, 0 })]
    [InlineData(9, new float[] { 0, 1, 0 })]
    [InlineData(5, new float[] { 0, 0, 0 })]
    [InlineData(Unknown, new float[] { 0, 0, 1 })]
    public void Write_Category_IsOneUnitWhereSeen(double value, float[] expected) =>
        Assert.Equal(expected, ColumnCodes.Fit(Some.Rows([9], [3], [9], [Unknown]), new HashSet<int> { 0 }, 1).Encode(Some.Rows([value])));

    [Fact]
    public void Encode_AnyRows_AgreesWithFind()
    {
        var codes = ColumnCodes.Fit(RatedWorld.Features(60, 1), RatedWorld.Categories, 4);
        var rows = RatedWorld.Features(40, 2);
        var found = new CodedValue[codes.Count];

        for (var row = 0; row < rows.Rows; row++)
        {
            var coded = codes.Encode(rows.SelectRows([row]));
            codes.Find(rows.Row(row), found);
            for (var column = 0; column < codes.Count; column++)
            {
                var (code, value) = (codes[column], found[column]);
                var expected = new float[code.Units];
                Array.Fill(expected, 1, 0, code.IsCategory ? 0 : value.Piece);
                if (value.Piece >= 0)
                {
                    expected[value.Piece] = value.Share;
                }

                expected[^1] = double.IsNaN(rows[row, column]) ? 1 : 0;
                Assert.Equal(expected, coded[code.First..(code.First + code.Units)]);
            }
        }
    }

    [Fact]
    public void Find_LargerNumber_IsNeverBefore()
    {
        var code = ColumnCode.Fit([.. Enumerable.Range(0, 50).Select(value => Math.Pow(1.3, value))], isCategory: false, bins: 6);

        Gen.Select(Gen.Float[-1e3f, 1e6f], Gen.Float[-1e3f, 1e6f]).Sample((one, other) => one <= other == Place(one) <= Place(other) || Place(one) == Place(other), seed: "0N0XIzNsQ0O2");

        float Place(float value) => code.Find(value).Piece + code.Find(value).Share;
    }

    [Fact]
    public void Load_WhatWasSaved_CodesAlike()
    {
        var codes = ColumnCodes.Fit(RatedWorld.Features(60, 1), RatedWorld.Categories, 4);
        var rows = RatedWorld.Features(40, 2);
        var (kinds, edges) = codes.Save();

        var again = ColumnCodes.Load(kinds, edges);

        Assert.Equal((codes.Units, codes.Count), (again.Units, again.Count));
        Assert.Equal(codes.Encode(rows), again.Encode(rows));
    }

    [Theory]
    [InlineData(new float[] { 0, 2, 0 }, new float[] { 2, 1 }, "the pieces of column 0 do not ascend")]
    [InlineData(new float[] { 0, 2, 0 }, new float[] { 1, 1 }, "the pieces of column 0 do not ascend")]
    [InlineData(new float[] { 0, 2, 0 }, new float[] { float.NaN, 1 }, "the pieces of column 0 do not ascend")]
    [InlineData(new float[] { 0, 1, 0 }, new float[] { 1 }, "column 0 has 1 pieces")]
    [InlineData(new float[] { 0, 3, 0 }, new float[] { 1, 2 }, "column 0 has 3 pieces")]
    [InlineData(new float[] { 1, -1, 0 }, new float[] { 1, 2 }, "column 0 has -1 pieces")]
    [InlineData(new float[] { 0, float.NaN, 0 }, new float[] { 1, 2 }, "column 0 has NaN pieces")]
    [InlineData(new float[] { 0, 2, float.PositiveInfinity }, new float[] { 1, 2 }, "column 0 has 2 pieces")]
    [InlineData(new float[] { 0, 2, 0 }, new float[] { 1, 2, 3 }, "wrong size")]
    [InlineData(new float[] { 0, 2, 0, 1 }, new float[] { 1, 2 }, "wrong size")]
    [InlineData(new float[0], new float[0], "wrong size")]
    public void Load_NoCodes_IsRefused(float[] kinds, float[] edges, string expected) =>
        Assert.Contains(expected, Assert.Throws<ModelFormatException>(() => ColumnCodes.Load(new WeightTensor([kinds.Length], kinds), new WeightTensor([edges.Length], edges))).Message, StringComparison.Ordinal);

    private static (int Piece, float Share, bool IsUnknown) Of(CodedValue value) => (value.Piece, value.Share, value.IsUnknown);
}
