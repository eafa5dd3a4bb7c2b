using System.Security.Cryptography;
using System.Text;
using CsCheck;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Tests.Builders;
using Microsoft.Extensions.Options;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring;

public sealed class ModelArchiveTests
{
    private static readonly ModelRecord Good =
        new Trainer(Options.Create(new TrainingOptions { Regressor = "mtb-dnn-2019", Epochs = 1 }), TimeProvider.System).Train(Some.World(60, 20), null, CancellationToken.None).Model;

    [Fact]
    public void Unpack_WhatWasPacked_PacksToTheSameRecord()
    {
        var again = ModelArchive.Pack((TrainedModel)ModelArchive.Unpack(Good), Good.CreatedAt);

        Assert.Equal((Good.Id, Good.Manifest, Good.WeightsSha256), (again.Id, again.Manifest, again.WeightsSha256));
        Assert.Equal(Good.Weights, again.Weights);
    }

    [Fact]
    public void Unpack_OtherWeights_NamesTheSha256() =>
        Assert.Equal($"model {Good.Id}: the weights do not match their SHA-256", Refused(Good with { Weights = [.. Good.Weights, 0] }));

    [Fact]
    public void Unpack_OtherManifest_NamesTheId() =>
        Assert.Equal(
            $"model {Good.Id}: manifest and weights do not match the id",
            Refused(Good with { Manifest = Good.Manifest.Replace("\"seed\":42", "\"seed\":43", StringComparison.Ordinal) }));

    [Theory]
    [InlineData("\"kept\":[", "\"kept\":[24,", "a selected column does not exist")]
    [InlineData("\"kept\":[", "\"kept\":[-1,", "a selected column does not exist")]
    [InlineData("\"kept\":[", "\"kept\":[0,", "scales do not fit 16 selected columns")]
    [InlineData("\"columns\":[\"duration\"", "\"columns\":[\"length\"", "a column is no feature known here")]
    [InlineData("\"columns\":[\"duration\"", "\"columns\":[null", "a column is no feature known here")]
    [InlineData("\"medians\":[", "\"medians\":[0,", "25 medians for 24 columns")]
    [InlineData("\"maximums\":[", "\"maximums\":[1e999],\"rest\":[", "scales do not fit 15 selected columns")]
    [InlineData("\"medians\":[3600,", "\"medians\":[1e999,", "a median or scale is not finite")]
    [InlineData("\"dataSha256\"", "\"other\"", "the manifest is no manifest in JSON")]
    [InlineData("\"pipeline\":{", "\"pipeline\":null,\"rest\":{", "the manifest is no manifest in JSON")]
    [InlineData("{\"kind\":\"mtb-dnn-2019\"", "{\"kind\":\"mtb-dnn-2020\"", "the manifest is that of another kind")]
    public void Unpack_ForgedManifest_IsRefusedInOneLine(string original, string forged, string expected)
    {
        Assert.Contains(original, Good.Manifest, StringComparison.Ordinal);

        Assert.Contains(expected, Refused(Sealed(Good with { Manifest = Good.Manifest.Replace(original, forged, StringComparison.Ordinal) })), StringComparison.Ordinal);
    }

    [Fact]
    public void Unpack_UnknownKind_NamesIt()
    {
        var forged = Good with { Kind = "oracle", Manifest = Good.Manifest.Replace("mtb-dnn-2019", "oracle", StringComparison.Ordinal) };

        Assert.EndsWith("oracle is no kind of model known here", Refused(Sealed(forged)), StringComparison.Ordinal);
    }

    [Fact]
    public void Unpack_ManifestLongerThanTheLimit_IsRefused() =>
        Assert.Contains("a manifest of", Refused(Sealed(Good with { Manifest = Good.Manifest + new string(' ', ModelArchive.LongestManifest) })), StringComparison.Ordinal);

    [Fact]
    public void Unpack_WeightsOfAnotherNet_NamesTheMissingTensor()
    {
        var weights = SafeTensors.Write(new Dictionary<string, WeightTensor> { ["w"] = new([1], [1]) });

        Assert.EndsWith("weights: shared1.weight with shape [16, 15] is missing", Refused(Sealed(Good with { Weights = weights })), StringComparison.Ordinal);
    }

    [Fact]
    public void Unpack_OneTensorTooMany_IsRefused()
    {
        var state = SafeTensors.Read(Good.Weights).ToDictionary();
        state.Add("w", new WeightTensor([1], [1]));

        Assert.EndsWith("19 tensors where the network has 18", Refused(Sealed(Good with { Weights = SafeTensors.Write(state) })), StringComparison.Ordinal);
    }

    [Fact]
    public void Unpack_AnyByteOfTheManifestChangedAndSealedAgain_GivesAModelOrOneLine() =>
        Gen.Select(Gen.Int[0, Good.Manifest.Length - 1].Array[1, 3], Gen.Char[' ', '~'].Array[3]).Sample((places, values) =>
        {
            var manifest = Good.Manifest.ToCharArray();
            for (var i = 0; i < places.Length; i++)
            {
                manifest[places[i]] = values[i];
            }

            try
            {
                Assert.Equal(15, ((TrainedModel)ModelArchive.Unpack(Sealed(Good with { Manifest = new string(manifest) }))).Predictor.Columns);
            }
            catch (ModelFormatException exception)
            {
                Assert.StartsWith("model ", exception.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', exception.Message);
            }
        }, iter: 3_000, seed: "0N0XIzNsQ0O2");

    private static string Refused(ModelRecord record)
    {
        var message = Assert.Throws<ModelFormatException>(() => ModelArchive.Unpack(record)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    // As somebody would who forges more than one place.
    private static ModelRecord Sealed(ModelRecord record) => record with
    {
        Id = $"{record.Kind}-{Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(record.Manifest), .. record.Weights]))[..12]}",
        WeightsSha256 = Convert.ToHexStringLower(SHA256.HashData(record.Weights)),
    };
}
