import { spawnSync } from 'node:child_process'

/**
 * Signs one file by the command of FORECOURT_SIGN, such as signtool, or AzureSignTool with a key vault; the file is its
 * last word. Without it nothing is signed.
 */
export default function sign({ path: file }) {
  const command = process.env.FORECOURT_SIGN
  if (!command) return
  const { status } = spawnSync(`${command} "${file}"`, { shell: true, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${file} could not be signed.`)
}
