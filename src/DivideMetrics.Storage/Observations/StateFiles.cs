using System.IO.Hashing;
using System.Text;
using DivideMetrics.Observations;

namespace DivideMetrics.Storage.Observations;

/// <summary>Which states are kept packed.</summary>
/// <param name="LeastRows">Fewer rows are read from the database in less time than anybody notices.</param>
public sealed record StateFilesOptions(int LeastRows = 50_000);

/// <summary>
/// The newest state of each large source as a packed file, so that an import need not read two million rows back to see what changed. The
/// database alone says what is true: a file that is missing, damaged or of another vintage is as good as none, and may be deleted any time.
/// </summary>
/// <param name="folder">Where the files are; made when it is missing.</param>
/// <param name="options">Which states are kept.</param>
public sealed class StateFiles(string folder, StateFilesOptions options)
{
    private const string Kind = "DivideMetrics state 1";
    private const int HashLength = 8;
    private const int BufferLength = 1 << 17;

    /// <summary>Keeps the state that a vintage published, in place of the one kept before.</summary>
    /// <param name="vintage">A published vintage.</param>
    /// <param name="state">Its whole state.</param>
    public void Keep(Vintage vintage, ObservationTable state)
    {
        var path = PathOf(vintage.Source);
        var partial = $"{path}.partial";
        try
        {
            if (state.Count < options.LeastRows)
            {
                File.Delete(path);
                return;
            }

            Directory.CreateDirectory(folder);
            using (var file = new HashedStream(File.Create(partial, BufferLength)))
            {
                file.Write(HeaderOf(vintage));
                ObservationTableBytes.Write(file, state);
                file.WriteHash();
            }

            File.Move(partial, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // a full disk, say: the next import reads the database
        }
    }

    /// <summary>The state that a vintage published; null when it is not kept, or not whole.</summary>
    /// <param name="vintage">The vintage.</param>
    /// <param name="keys">Numbers of series and areas; shared with the table it is to be compared with.</param>
    public ObservationTable? Read(Vintage vintage, ObservationKeys keys)
    {
        try
        {
            using var file = new HashedStream(new FileStream(PathOf(vintage.Source), FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength));
            var expected = HeaderOf(vintage);
            var found = new byte[expected.Length];
            file.ReadExactly(found);
            if (!found.AsSpan().SequenceEqual(expected))
            {
                return null;
            }

            var state = ObservationTableBytes.Read(file, keys);
            return file.ReadHash() ? state : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private string PathOf(string source) => Path.Combine(folder, $"{source}.state");

    /// <summary>What tells one vintage from every other, also from one with its id in a database that was restored.</summary>
    private static byte[] HeaderOf(Vintage vintage) => Encoding.UTF8.GetBytes(FormattableString.Invariant(
        $"{Kind} {(BitConverter.IsLittleEndian ? "little" : "big")} {vintage.Source} {vintage.Id} {vintage.Position} {vintage.Sha256} {vintage.PublishedAt:O}\n"));

    /// <summary>Hashes what passes through it.</summary>
    private sealed class HashedStream(FileStream file) : Stream
    {
        private readonly XxHash3 _hash = new();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var read = file.Read(buffer);
            _hash.Append(buffer[..read]);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _hash.Append(buffer);
            file.Write(buffer);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public void WriteHash() => file.Write(_hash.GetCurrentHash());

        /// <summary>True when the bytes that were read are those that were written, to the last.</summary>
        public bool ReadHash()
        {
            var found = new byte[HashLength + 1];
            return file.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == HashLength
                && found.AsSpan(0, HashLength).SequenceEqual(_hash.GetCurrentHash());
        }

        public override void Flush() => file.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            file.Dispose();
            base.Dispose(disposing);
        }
    }
}
