import * as vscode from "vscode";

/** One question of several: `back` where the user went back to the one before, undefined where the user gave up. */
export type Answer = string | typeof back | undefined;
export const back = Symbol("back");

/** What every question of a row shows: the row's title, and which of how many it is. */
export interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** A line to choose; `id` is what is answered by it. */
export interface Item extends vscode.QuickPickItem {
  readonly id: string;
}

/** Asks for a text. `check` says in a sentence what is wrong with one; `before` is what was answered already. */
export function askText(
  step: Step,
  prompt: string,
  example: string,
  before: string,
  check: (value: string) => string | undefined,
): Promise<Answer> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { ...step, prompt, value: before, placeholder: example });
  return shown(input, step, (answer) => {
    const accept = () => {
      const wrong = check(input.value);
      if (wrong === undefined) answer(input.value.trim());
      else input.validationMessage = wrong;
    };
    const tell = (value: string) => {
      input.validationMessage = check(value) === undefined || value === "" ? "" : (check(value) ?? "");
    };
    return [input.onDidAccept(accept), input.onDidChangeValue(tell)];
  });
}

/** Has one of `items` chosen: the first one is what Enter takes, unless another was chosen before. */
export function askChoice(step: Step, placeholder: string, items: readonly Item[], before: string): Promise<Answer> {
  const input = vscode.window.createQuickPick<Item>();
  Object.assign(input, { ...step, placeholder, items, matchOnDetail: true });
  input.activeItems = items.filter(({ id }) => id === before).slice(0, 1);
  return shown(input, step, (answer) => [input.onDidAccept(() => answer(input.activeItems[0]?.id ?? ""))]);
}

type Input = vscode.QuickInput & Pick<vscode.InputBox, "buttons" | "onDidTriggerButton">;

function shown(
  input: Input,
  { step }: Step,
  listen: (answer: (value: string) => void) => vscode.Disposable[],
): Promise<Answer> {
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const end = (answer: Answer) => {
      resolve(answer);
      for (const one of [...listeners, input]) one.dispose();
    };
    const listeners = [
      ...listen(end),
      input.onDidTriggerButton((button) => {
        if (button === vscode.QuickInputButtons.Back) end(back);
      }),
      input.onDidHide(() => end(undefined)),
    ];
    input.show();
  });
}
