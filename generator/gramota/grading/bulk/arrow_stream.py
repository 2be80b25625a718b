"""A batch of rows as bytes, and back."""

import pyarrow as pa


def write_stream(batch: pa.RecordBatch) -> bytes:
    """Return the batch as an Arrow stream, without anything of what it is a slice of."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def read_stream(content: bytes | memoryview) -> pa.RecordBatch:
    """Return the one batch of an Arrow stream."""
    with pa.ipc.open_stream(pa.py_buffer(content)) as stream:
        return stream.read_next_batch()
