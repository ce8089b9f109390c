/** A vector in pgvector's binary form: dimension, an unused word, then big-endian floats (vector_recv). */
export const toPgVector = (vector: Float32Array): Buffer => {
  const out = Buffer.alloc(4 + vector.length * 4)
  out.writeInt16BE(vector.length, 0)
  vector.forEach((value, i) => {
    out.writeFloatBE(value, 4 + i * 4)
  })
  return out
}
