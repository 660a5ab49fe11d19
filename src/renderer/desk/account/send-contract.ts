import {
  CreatePostpaidContractDocument,
  CreateSepaContractDocument,
  UpdatePostpaidContractDocument,
  UpdateSepaContractDocument,
} from '#platform/generated/ask/graphql.ts'
import { change } from '../../ask/change.ts'
import { answerOf, type PlatformAnswer } from './answer.ts'
import {
  changedPostpaidOf,
  changedSepaOf,
  newPostpaidOf,
  newSepaOf,
  type ContractDraft,
  type ContractTask,
} from './contract-form.ts'

/** Makes or changes a contract (L2116, L2150, L2798, L2832), once. Rejects as {@link change} does. */
export async function sendContract(
  task: ContractTask,
  draft: ContractDraft,
): Promise<PlatformAnswer> {
  switch (task) {
    case 'create-sepa': {
      const changed = await change(CreateSepaContractDocument, { contract: newSepaOf(draft) })
      return answerOf(changed.createSepaContract)
    }
    case 'create-postpaid': {
      const changed = await change(CreatePostpaidContractDocument, {
        contract: newPostpaidOf(draft),
      })
      return answerOf(changed.createPostpaidContract)
    }
    case 'update-sepa': {
      const changed = await change(UpdateSepaContractDocument, { contract: changedSepaOf(draft) })
      return answerOf(changed.updateSepaContract)
    }
    case 'update-postpaid': {
      const contract = changedPostpaidOf(draft)
      const changed = await change(UpdatePostpaidContractDocument, { contract })
      return answerOf(changed.updatePostpaidContract)
    }
  }
}
