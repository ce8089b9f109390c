const floats = new Float32Array(1)
const bits = new Uint32Array(floats.buffer)

/** IEEE 754 binary16 bits of a number, rounded to nearest; what is too small for a normal half becomes zero. */
const halfBits = (value: number): number => {
  floats[0] = value
  const word = bits[0] ?? 0
  const sign = (word >>> 16) & 0x8000
  const rounded = (word & 0x7fffffff) + 0x1000
  if (rounded < 0x38800000) return sign
  return rounded >= 0x47800000 ? sign | 0x7bff : sign | ((rounded - 0x38000000) >>> 13)
}

/** A vector in pgvector's binary form of `halfvec`: dimension, an unused word, then big-endian halves (halfvec_recv). */
export const toHalfvec = (vector: Float32Array): Buffer => {
  const out = Buffer.alloc(4 + vector.length * 2)
  out.writeInt16BE(vector.length, 0)
  vector.forEach((value, i) => {
    out.writeUInt16BE(halfBits(value), 4 + i * 2)
  })
  return out
}
