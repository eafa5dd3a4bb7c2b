using System.Buffers.Binary;
using System.Text;
using CsCheck;
using LiveQuality.Mining.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Models;

public sealed class SafeTensorsTests
{
    private static readonly Gen<KeyValuePair<string, WeightTensor>> AnyTensor =
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 12], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Float[-1e30f, 1e30f].Array[16]).Select((name, rows, columns, values) =>
            KeyValuePair.Create(name, new WeightTensor([rows, columns], values[..(rows * columns)])));

    [Fact]
    public void Read_WhatWasWritten_GivesTheSameNumbersToTheBit() =>
        AnyTensor.List[0, 6].Sample(list =>
        {
            var tensors = list.DistinctBy(tensor => tensor.Key).ToDictionary();

            var read = SafeTensors.Read(SafeTensors.Write(tensors));

            Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), read.Keys.Order(StringComparer.Ordinal));
            foreach (var (name, tensor) in tensors)
            {
                Assert.Equal(tensor.Shape, read[name].Shape);
                Assert.Equal(tensor.Values.Select(BitConverter.SingleToInt32Bits), read[name].Values.Select(BitConverter.SingleToInt32Bits));
            }
        }, iter: 1_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Write_AnyOrderOfTensors_GivesTheSameBytes()
    {
        var (a, b) = (new WeightTensor([1], [1]), new WeightTensor([2], [2, 3]));

        Assert.Equal(
            SafeTensors.Write(new Dictionary<string, WeightTensor> { ["a"] = a, ["b"] = b }),
            SafeTensors.Write(new Dictionary<string, WeightTensor> { ["b"] = b, ["a"] = a }));
    }

    [Fact]
    public void Write_OneTensor_IsByteForByteWhatTheFormatSays()
    {
        var bytes = SafeTensors.Write(new Dictionary<string, WeightTensor> { ["w"] = new([1, 2], [1, -2]) });

        const string Header = """{"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""";
        Assert.Equal(File(Header, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0), bytes);
    }

    [Fact]
    public void Read_Metadata_IsPassedOver() =>
        Assert.Equal(["w"], SafeTensors.Read(File("""{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}""")).Keys);

    [Theory]
    [InlineData("""{"w":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", "w is not a tensor of type F32")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2]}}""", "w is not a tensor of type F32")]
    [InlineData("""{"w":null}""", "w is not a tensor of type F32")]
    [InlineData("""{"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "w with shape [3] does not fit bytes 0 to 8 of 8")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", "w with shape [2] does not fit bytes 4 to 12 of 8")]
    [InlineData("""{"w":{"dtype":"F32","shape":[-1],"data_offsets":[0,-4]}}""", "w with shape [-1] does not fit")]
    [InlineData("""{"w":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", "w with shape [4611686018427387904, 4] does not fit")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "4 bytes belong to no tensor")]
    [InlineData("""{"v":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "w with shape [2] does not fit")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "no table of tensors")]
    [InlineData("""{"a\nb":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "control characters")]
    [InlineData("[]", "no table of tensors")]
    [InlineData("null", "the header is null")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "no table of tensors")]
    public void Read_ImpossibleHeader_SaysWhatIsWrongInOneLine(string header, string expected)
    {
        var error = Assert.Throws<ModelFormatException>(() => SafeTensors.Read(File(header, new byte[8])));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Read_NumberNotFinite_IsRefused(float value)
    {
        var bytes = SafeTensors.Write(new Dictionary<string, WeightTensor> { ["w"] = new([2], [1, value]) });

        Assert.Contains("number 1 of w", Assert.Throws<ModelFormatException>(() => SafeTensors.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9UL)]
    [InlineData(SafeTensors.LongestHeader + 1UL)]
    [InlineData(ulong.MaxValue)]
    public void Read_HeaderLongerThanTheFileOrTheLimit_IsRefused(ulong length)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);

        Assert.Contains($"a header of {length} bytes", Assert.Throws<ModelFormatException>(() => SafeTensors.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedBytes_GivesTensorsOrOneLineAndNothingElse()
    {
        var good = SafeTensors.Write(new Dictionary<string, WeightTensor> { ["shared1.weight"] = new([2, 3], [1, 2, 3, 4, 5, 6]), ["b"] = new([], [7]) });
        var refused = 0;

        Gen.Select(Gen.Int[0, good.Length - 1].Array[1, 4], Gen.Byte.Array[4], Gen.Int[0, good.Length]).Sample((places, values, length) =>
        {
            var bytes = good.ToArray();
            for (var i = 0; i < places.Length; i++)
            {
                bytes[places[i]] = values[i];
            }

            // Half of them cut short as well.
            bytes = length % 2 == 0 ? bytes[..length] : bytes;
            try
            {
                Assert.True(SafeTensors.Read(bytes).Values.Sum(tensor => tensor.Values.Length) * sizeof(float) <= bytes.Length);
            }
            catch (ModelFormatException exception)
            {
                Interlocked.Increment(ref refused);
                Assert.DoesNotContain('\n', exception.Message);
            }
        }, iter: 20_000, seed: "0N0XIzNsQ0O2");

        Assert.InRange(refused, 10_000, 20_000);
    }

    // Pads as the format does: spaces up to a multiple of eight.
    private static byte[] File(string header, params byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header.PadRight((Encoding.UTF8.GetByteCount(header) + 7) / 8 * 8));
        var bytes = new byte[8 + json.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, json.Length);
        json.CopyTo(bytes, 8);
        data.CopyTo(bytes, 8 + json.Length);
        return bytes;
    }
}
