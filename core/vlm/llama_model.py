"""llama.cpp's calls with Python's types: the only file that knows its pointers.

Comes in: checked paths, tokens with their places, pictures. Goes out: logits and embeddings. Positions are given by the
caller for every token, visual ones too, so that they are those of the checkpoint and not the library's own guess.
"""

import ctypes
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import llama_cpp as llama_bindings
import llama_cpp.mtmd_cpp as mtmd_bindings
import numpy as np
from numpy.typing import NDArray

from core.vlm.backend import EngineError, OutOfMemoryError, Plan

# The bindings' own types tell pointers that may be null from those that may not; both are what they are at run time.
llama_cpp: Any = llama_bindings
mtmd_cpp: Any = mtmd_bindings
Pointer = Any

SEQUENCES = 128
"""Contexts and answers that can be held at once; they cost nothing until they hold tokens."""
MOST_OUTPUTS = 128
"""Places in one batch that logits can be asked for."""
BATCH = 512
_NO_ROOM, _NO_MEMORY = 1, -2
_ALL_LAYERS = 999


@llama_cpp.llama_log_callback
def _quiet(level: int, text: bytes, data: ctypes.c_void_p) -> None:
    """Drops the library's log: it goes to the terminal otherwise. Kept alive by its name."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A token and where it belongs."""

    token: int
    position: int
    sequence: int
    wanted: bool
    """Whether the logits behind it are wanted."""


class LlamaModel:
    """One text model, one model that looks at pictures, one cache."""

    def __init__(self, plan: Plan, *, text: Path, pictures: Path, adapter: Path | None) -> None:
        llama_cpp.llama_log_set(_quiet, ctypes.c_void_p(0))
        mtmd_cpp.mtmd_log_set(_quiet, ctypes.c_void_p(0))
        mtmd_cpp.mtmd_helper_log_set(_quiet, ctypes.c_void_p(0))
        llama_cpp.llama_backend_init()
        self._model: Any = None
        self._context: Any = None
        self._looker: Any = None
        self._adapter: Any = None
        try:
            self._open(plan, text=text, pictures=pictures, adapter=adapter)
        except BaseException:
            self.close()
            raise

    def _open(self, plan: Plan, *, text: Path, pictures: Path, adapter: Path | None) -> None:
        on_device = plan.device != "cpu"
        if on_device and not llama_cpp.llama_supports_gpu_offload():
            raise EngineError(
                "This build of llama.cpp runs on the processor only.",
                remedy="Choose the device cpu, or install llama-cpp-python built for the graphics card.",
            )
        model_rule = llama_cpp.llama_model_default_params()
        model_rule.n_gpu_layers = _ALL_LAYERS if on_device else 0
        # Built by gcc 12, which drops the stores of AMX's settings, quantised weights laid out for AMX end the process.
        model_rule.use_extra_bufts = b"AMX_INT8 = 1" not in llama_cpp.llama_print_system_info()
        self._model = llama_cpp.llama_model_load_from_file(os.fsencode(text), model_rule)
        if self._model is None:
            raise EngineError(
                f"llama.cpp cannot load {text.name}: it is cut off or damaged, or memory does not suffice.",
                remedy="Verify the model with videmo models verify, or choose a smaller one.",
            )
        threads = _threads()
        rule = llama_cpp.llama_context_default_params()
        longest = min(plan.context_tokens, llama_cpp.llama_model_n_ctx_train(self._model))
        answers = plan.most_candidates * min(1024, longest)
        rule.n_ctx = longest + answers
        rule.n_batch = rule.n_ubatch = BATCH
        rule.n_seq_max = SEQUENCES
        rule.n_outputs_max = MOST_OUTPUTS
        rule.n_threads = rule.n_threads_batch = threads
        rule.kv_unified = True
        rule.offload_kqv = rule.op_offload = on_device
        if plan.precision == "fp32":
            rule.type_k = rule.type_v = llama_cpp.GGML_TYPE_F32
        self._context = llama_cpp.llama_init_from_model(self._model, rule)
        if self._context is None:
            raise OutOfMemoryError(
                "There is not enough memory for the model's context.",
                remedy="Load it for a shorter context or fewer candidates.",
            )
        look = mtmd_cpp.mtmd_context_params_default()
        look.use_gpu, look.n_threads, look.print_timings, look.warmup = on_device, threads, False, False
        # Pictures come at the size at which they are to be seen: nothing is enlarged or shrunk.
        look.image_min_tokens, look.image_max_tokens = 1, 1 << 20
        self._looker = mtmd_cpp.mtmd_init_from_file(os.fsencode(pictures), self._model, look)
        if self._looker is None:
            raise EngineError(
                f"llama.cpp cannot load {pictures.name}: it is cut off or damaged, or belongs to another model.",
                remedy="Verify the model with videmo models verify.",
            )
        if adapter is not None:
            self._adapter = llama_cpp.llama_adapter_lora_init(self._model, os.fsencode(adapter))
            if not self._adapter:  # a pointer that is null, not None
                self._adapter = None
                raise EngineError(
                    f"llama.cpp cannot load the adapter {_name(plan)}: it is damaged or belongs to another model.",
                    remedy="Choose an adapter that was trained on this model.",
                )
            adapters = (llama_cpp.llama_adapter_lora_p_ctypes * 1)(self._adapter)
            if llama_cpp.llama_set_adapters_lora(self._context, adapters, 1, (ctypes.c_float * 1)(1.0)) != 0:
                raise EngineError(f"llama.cpp cannot use the adapter {_name(plan)}.", remedy="Choose another one.")
        self._memory = llama_cpp.llama_get_memory(self._context)
        self._words = llama_cpp.llama_model_get_vocab(self._model)
        self.vocabulary: int = llama_cpp.llama_vocab_n_tokens(self._words)
        self.width: int = llama_cpp.llama_model_n_embd(self._model)
        self.longest = longest

    def close(self) -> None:
        """Frees everything, the last first."""
        if self._looker is not None:
            mtmd_cpp.mtmd_free(self._looker)
        if self._context is not None:
            llama_cpp.llama_free(self._context)
        if self._adapter is not None:
            llama_cpp.llama_adapter_lora_free(self._adapter)
        if self._model is not None:
            llama_cpp.llama_model_free(self._model)
        self._model = self._context = self._looker = self._adapter = None

    # Words.

    def tokens(self, text: str, *, markers: bool) -> list[int]:
        """The tokens of a text. Without `markers` a marker that is written out is words."""
        told = text.encode("utf-8", "surrogatepass")
        room = len(told) + 8
        found = (llama_cpp.llama_token * room)()
        count = llama_cpp.llama_tokenize(self._words, told, len(told), found, room, False, markers)
        if count < 0:
            raise ValueError("the text has more tokens than bytes")
        return list(found[:count])

    def piece(self, token: int) -> bytes:
        """The bytes of one token; empty for a marker."""
        room = ctypes.create_string_buffer(256)
        length = llama_cpp.llama_token_to_piece(self._words, token, room, len(room), 0, False)
        return room.raw[: max(0, length)]

    def never_said(self, *, but: frozenset[int]) -> NDArray[np.intp]:
        """The tokens that no answer may hold: markers and tokens without a text, `but` these."""
        said = llama_cpp.LLAMA_TOKEN_ATTR_NORMAL | llama_cpp.LLAMA_TOKEN_ATTR_BYTE
        attribute = llama_cpp.llama_vocab_get_attr
        never = [one for one in range(self.vocabulary) if not attribute(self._words, one) & said and one not in but]
        return np.array(never, np.intp)

    # Pictures.

    def look(self, frames: NDArray[np.uint8]) -> NDArray[np.float32]:
        """(tokens, width) embeddings of (n, height, width, 3) pictures, each two seen as one."""
        marker = mtmd_cpp.mtmd_default_marker()
        bitmaps = [self._bitmap(frame) for frame in frames]
        chunks = mtmd_cpp.mtmd_input_chunks_init()
        try:
            words = mtmd_cpp.mtmd_input_text()
            words.text = marker * len(bitmaps)
            if hasattr(words, "text_len"):
                words.text_len = len(marker) * len(bitmaps)
            words.add_special, words.parse_special = False, True
            array = (mtmd_cpp.mtmd_bitmap_p_ctypes * len(bitmaps))(*bitmaps)
            if mtmd_cpp.mtmd_tokenize(self._looker, chunks, ctypes.byref(words), array, len(bitmaps)) != 0:
                raise EngineError("llama.cpp cannot take these pictures.", remedy="Choose the engine transformers.")
            seen = [self._seen(mtmd_cpp.mtmd_input_chunks_get(chunks, place)) for place in
                    range(mtmd_cpp.mtmd_input_chunks_size(chunks))]  # fmt: skip
        finally:
            mtmd_cpp.mtmd_input_chunks_free(chunks)
            for bitmap in bitmaps:
                mtmd_cpp.mtmd_bitmap_free(bitmap)
        return np.concatenate([one for one in seen if one is not None])

    def _bitmap(self, frame: NDArray[np.uint8]) -> Pointer:
        pixels = np.ascontiguousarray(frame)
        height, width = pixels.shape[:2]
        data = pixels.ctypes.data_as(ctypes.POINTER(ctypes.c_uint8))
        bitmap = mtmd_cpp.mtmd_bitmap_init(width, height, data)
        if bitmap is None:
            raise OutOfMemoryError("There is not enough memory for the pictures.", remedy="Use fewer pictures.")
        mtmd_cpp.mtmd_bitmap_set_mergeable(bitmap, True)
        return bitmap

    def _seen(self, chunk: Pointer) -> NDArray[np.float32] | None:
        if mtmd_cpp.mtmd_input_chunk_get_type(chunk) != mtmd_cpp.MTMD_INPUT_CHUNK_TYPE_IMAGE:
            return None
        if mtmd_cpp.mtmd_encode_chunk(self._looker, chunk) != 0:
            raise OutOfMemoryError("There is not enough memory to look at the pictures.", remedy="Use fewer pictures.")
        found = mtmd_cpp.mtmd_get_output_embd(self._looker)
        shape = (mtmd_cpp.mtmd_input_chunk_get_n_tokens(chunk), self.width)
        return np.ctypeslib.as_array(found, shape).copy()

    # The cache.

    def read(self, placed: Sequence[Placed]) -> NDArray[np.float32]:
        """Reads tokens behind what their sequences hold; (wanted, vocabulary) logits in their order."""
        rows: list[NDArray[np.float32]] = []
        for first in range(0, len(placed), BATCH):
            part = placed[first : first + BATCH]
            batch = llama_cpp.llama_batch_init(len(part), 0, 1)
            try:
                batch.n_tokens = len(part)
                for place, one in enumerate(part):
                    batch.token[place], batch.pos[place] = one.token, one.position
                    batch.n_seq_id[place], batch.seq_id[place][0] = 1, one.sequence
                    batch.logits[place] = one.wanted
                self._decode(batch)
            finally:
                llama_cpp.llama_batch_free(batch)
            rows += [self._logits(place) for place, one in enumerate(part) if one.wanted]
        return np.stack(rows) if rows else np.zeros((0, self.vocabulary), np.float32)

    def read_pictures(self, seen: NDArray[np.float32], positions: NDArray[np.int64], *, sequence: int) -> None:
        """Reads (n, width) embeddings at (3, n) positions in time, height and width, in their order."""
        # Which tokens look at which, the library tells from their places alone. A pair of pictures at the same time as
        # the one before is read token by token, each looking at all that is there, which is what was read before it.
        times, height, width = positions
        begins = np.flatnonzero((height == height[0]) & (width == width[0]))
        again = [int(pair) for pair in begins[1:] if times[pair] == times[pair - 1]]
        step, done = len(seen) // len(begins), 0
        for pair in again:
            self._read_embeddings(seen[done:pair], positions[:, done:pair], sequence=sequence, at_once=BATCH)
            done = pair + step
            llama_cpp.llama_set_causal_attn(self._context, False)
            try:
                self._read_embeddings(seen[pair:done], positions[:, pair:done], sequence=sequence, at_once=1)
            finally:
                llama_cpp.llama_set_causal_attn(self._context, True)
        self._read_embeddings(seen[done:], positions[:, done:], sequence=sequence, at_once=BATCH)

    def _read_embeddings(
        self, seen: NDArray[np.float32], positions: NDArray[np.int64], *, sequence: int, at_once: int
    ) -> None:
        for first in range(0, len(seen), at_once):
            part = np.ascontiguousarray(seen[first : first + at_once], np.float32)
            count = len(part)
            # In sections, as the library takes them: time, height, width, and a fourth that Qwen2.5-VL does not use.
            places = np.zeros((4, count), np.int32)
            places[:3] = positions[:, first : first + at_once]
            batch = llama_cpp.llama_batch()
            numbers = (ctypes.c_int32 * count)(*([1] * count))
            one = (llama_cpp.llama_seq_id * 1)(sequence)
            owners = (ctypes.POINTER(llama_cpp.llama_seq_id) * (count + 1))(*([one] * count))
            outputs = (ctypes.c_int8 * count)()
            batch.n_tokens = count
            batch.embd = part.ctypes.data_as(ctypes.POINTER(ctypes.c_float))
            batch.pos = places.ctypes.data_as(ctypes.POINTER(llama_cpp.llama_pos))
            batch.n_seq_id, batch.seq_id, batch.logits = numbers, owners, outputs
            self._decode(batch)

    def copy(self, *, of: int, to: int) -> None:
        """Lets sequence `to` begin as `of`; they share the cells."""
        llama_cpp.llama_memory_seq_cp(self._memory, of, to, -1, -1)

    def copy_place(self, *, of: int, to: int, position: int) -> None:
        """Lets sequence `to` go on with the token that `of` holds at a position."""
        llama_cpp.llama_memory_seq_cp(self._memory, of, to, position, position + 1)

    def drop(self, sequence: int) -> None:
        """Empties a sequence."""
        llama_cpp.llama_memory_seq_rm(self._memory, sequence, -1, -1)

    def _decode(self, batch: Pointer) -> None:
        done = llama_cpp.llama_decode(self._context, batch)
        if done in (_NO_ROOM, _NO_MEMORY):
            raise OutOfMemoryError(
                "The model's context is full.", remedy="Use fewer candidates or shorter answers, or a longer context."
            )
        if done != 0:
            raise EngineError(f"llama.cpp stopped with the code {done}.", remedy="Load the model again.")

    def _logits(self, place: int) -> NDArray[np.float32]:
        row = llama_cpp.llama_get_logits_ith(self._context, place)
        return np.ctypeslib.as_array(row, (self.vocabulary,)).copy()


def _name(plan: Plan) -> str:
    """The adapter's, as the user knows it: the file that is read may be one in memory."""
    return plan.adapter.name if plan.adapter is not None else ""


def _threads() -> int:
    """As llama.cpp's own programs where they cannot ask: all of few processors, half of many (the rest are twins)."""
    found = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return found if found <= 4 else found // 2
