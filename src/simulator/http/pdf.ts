import type { Answer } from './wire.ts'

/** A one-page PDF with these lines of text, small but valid. */
export function pdf(lines: readonly string[]): Answer {
  const text = lines
    .map((line, index) => `${index === 0 ? '' : 'T* '}(${escaped(line)}) Tj`)
    .join('\n')
  const content = `BT /F1 14 Tf 20 TL 60 770 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(Buffer.byteLength(content, 'latin1'))} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const xrefAt = file.length
  const count = String(objects.length + 1)
  file += `xref\n0 ${count}\n0000000000 65535 f \n${entries}`
  file += `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${String(xrefAt)}\n%%EOF\n`
  return { status: 200, type: 'application/pdf', body: Buffer.from(file, 'latin1') }
}

const escaped = (line: string): string => line.replaceAll(/[\\()]/g, String.raw`\$&`)
