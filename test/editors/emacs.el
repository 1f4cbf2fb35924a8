;;; Drives the server with Eglot (part of Emacs 29; elpa-eglot before).  -*- lexical-binding: t -*-
;; run.mjs starts it: SERVER is the command as JSON, FILE the client's file.  Prints one JSON object.
(let ((eglot (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa*/eglot-*")))
  (when eglot (add-to-list 'load-path (car eglot))))
(require 'eglot)
(require 'flymake)
(require 'imenu)
(require 'json)

(define-derived-mode itorg-mode text-mode "itorg")
(put 'itorg-mode 'eglot-language-id "itorg")
(add-to-list 'eglot-server-programs
             (cons 'itorg-mode (append (json-read-from-string (getenv "SERVER")) nil)))
(setq eglot-sync-connect t
      eglot-confirm-server-initiated-edits nil
      eglot-extend-to-xref nil
      create-lockfiles nil)

(defvar itorg-out nil)
(defun itorg-say (key value) (push (cons key value) itorg-out))

(defun itorg-wait (wanted)
  "Let the server talk until WANTED gives something."
  (let ((end (+ (float-time) 15)) (found nil))
    (while (and (not (setq found (funcall wanted))) (< (float-time) end))
      (accept-process-output nil 0.05))
    found))

(defun itorg-codes ()
  (mapcar (lambda (one)
            (let ((text (flymake-diagnostic-text one)) (at (flymake-diagnostic-beg one)))
              (format "%d:%d %s" (line-number-at-pos at)
                      (1+ (- at (save-excursion (goto-char at) (line-beginning-position))))
                      (if (string-match "\\[\\([a-z-]+\\)\\]" text) (match-string 1 text) text))))
          (flymake-diagnostics)))

(defun itorg-has (code)
  (cl-find-if (lambda (one) (string-suffix-p (concat " " code) one)) (itorg-codes)))

(defun itorg-go (text word)
  "Go to WORD in the first line that has TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0))
  (search-forward word (line-end-position))
  (goto-char (match-beginning 0)))

(defun itorg-send ()
  "Send what was changed, for which Eglot waits until somebody is idle."
  (eglot--signal-textDocument/didChange))

(defun itorg-apply (action)
  "Do what ACTION says, as the menu of `eglot-code-actions' does."
  (eglot--apply-workspace-edit (plist-get action :edit))
  (itorg-send)
  (itorg-wait (lambda () (not (itorg-has "provider-unsupervised"))))
  (mapcar (lambda (one) (car (last (split-string one)))) (itorg-codes)))

(defun itorg-names (entries)
  "The names in an index of `imenu', those of submenus included."
  (mapcan (lambda (one)
            (when (consp one)
              (cons (substring-no-properties (car one)) (when (listp (cdr one)) (itorg-names (cdr one))))))
          entries))

(find-file (getenv "FILE"))
(itorg-mode)
(apply #'eglot--connect (eglot--guess-contact))
(let* ((server (eglot--current-server-or-lose))
       (process (jsonrpc--process server)))
  (condition-case failure
      (progn
        (itorg-wait (lambda () (itorg-has "ciso-is-it-head")))
        (itorg-say 'diagnostics (itorg-codes))

        (itorg-go "ciso:" "ciso")
        (let ((contents (plist-get (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))
                                   :contents)))
          (itorg-say 'hover (car (split-string (substring-no-properties (eglot--format-markup contents)) "\n"))))

        ;; Completion behind `reportsTo: ', on a line that is being written, as C-M-i asks for it.
        (itorg-go "ciso:" "ciso")
        (end-of-line)
        (insert "\n  coo: { reportsTo: ")
        (save-excursion (insert " }"))
        (itorg-send)
        (let ((table (nth 2 (eglot-completion-at-point))))
          (itorg-say 'completion (mapcar #'substring-no-properties (all-completions "" table))))
        (itorg-go "  coo:" "  coo:")
        (delete-region (1- (point)) (line-end-position))
        (itorg-send)

        (itorg-say 'symbols (itorg-names (eglot-imenu)))

        (itorg-go "reportsTo: it-manager" "it-manager")
        (eglot-rename "it-lead")
        (itorg-say 'renamed (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n"))

        ;; The remedy of a finding that changes the record, applied as `eglot-code-actions' applies it.
        (itorg-send)
        (itorg-wait (lambda () (itorg-has "provider-unsupervised")))
        (itorg-go "overseenBy: none" "none")
        (let ((actions (eglot-code-actions (point) (+ 4 (point)))))
          (itorg-say 'actions (mapcar (lambda (one) (plist-get one :title)) actions))
          (itorg-say 'fixed
                     (itorg-apply (seq-find (lambda (one)
                                              (string-prefix-p "Correct the record: " (plist-get one :title)))
                                            actions)))))
    (error (itorg-say 'failure (error-message-string failure))))
  ;; Not `eglot-shutdown': jsonrpc.el before Emacs 30 kills the process (status 9) right behind its own `exit', without
  ;; waiting for it.  This says the same to the server, and waits.
  (condition-case failure
      (progn
        (setf (eglot--shutdown-requested server) t)
        (jsonrpc-request server :shutdown nil)
        (jsonrpc-notify server :exit nil))
    (error (itorg-say 'error (error-message-string failure))))
  (itorg-wait (lambda () (not (process-live-p process))))
  (itorg-say 'exit (list (cons 'code (process-exit-status process))
                         (cons 'signal (if (eq (process-status process) 'signal) 1 0)))))
(princ (concat (json-encode itorg-out) "\n"))
