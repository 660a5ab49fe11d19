import type { StartRequest } from './start-requests.ts'

/** What only staff may ask for: the caller has seen to it that they are at the desk. */
export interface DeskCharging {
  /** Past the operator's rules for guests. */
  start(request: StartRequest): Promise<{ startId: string }>
  /** As that guest's start. */
  approve(approvalId: string): Promise<{ startId: string }>
  decline(approvalId: string): void
  stopCode(sessionId: string): Promise<string>
}
