;;; Drives Emacs in batch: edits the draft as the file EDITS says, and shows the witness its buffer after each change.  -*- lexical-binding: t -*-
(require 'package)
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
(package-initialize)
(require 'eglot)
(require 'json)
(require 'markdown-mode nil t)

(setq create-lockfiles nil
      make-backup-files nil
      auto-save-default nil
      eglot-sync-connect 20
      eglot-confirm-server-initiated-edits nil
      eglot-events-buffer-size 0
      undo-limit most-positive-fixnum
      undo-strong-limit most-positive-fixnum
      project-find-functions (list (lambda (_) (cons 'transient (file-name-directory (getenv "DRAFT"))))))
(cl-defmethod project-root ((project (head transient))) (cdr project))

;; Findings of the text before an edit may arrive behind it, and then one may point between the two halves of a pair. Eglot 1.9 looks for
;; that place forever (joaotavora/eglot#915); this takes the character before it.
(setq eglot-move-to-column-function
      (lambda (column)
        (let ((end (line-end-position)) (left column))
          (while (and (< (point) end) (>= (setq left (- left (if (> (char-after) #xFFFF) 2 1))) 0))
            (forward-char)))))

(defvar told nil "What the test is told.")
(defun tell (key value) (push (cons key value) told))

(defun wait-for (what look)
  (let ((end (+ (float-time) 20)) found)
    (while (and (not (setq found (funcall look))) (< (float-time) end)) (accept-process-output nil 0.02))
    (or found (error "waited in vain for %s" what))))

(defun look ()
  (let ((coding-system-for-write 'utf-8-unix) (write-region-inhibit-fsync t))
    (write-region (point-min) (point-max) (getenv "COPY") nil 'quiet))
  (eglot--signal-textDocument/didChange)
  (let ((answer (jsonrpc-request (eglot-current-server) :witness/look
                                 (list :uri (eglot--path-to-uri buffer-file-name) :file (getenv "COPY")))))
    (eq t (plist-get answer :settled))))


;; Eglot puts the server and the rule before each message.
(defun shown ()
  (vconcat (mapcar (lambda (one) (replace-regexp-in-string "\\`says-who \\[[a-z-]+\\]: " "" (flymake-diagnostic-text one)))
                   (flymake-diagnostics))))
(defun text () (buffer-substring-no-properties (point-min) (point-max)))
(defun undo-last () (setq last-command nil) (undo-boundary) (let ((inhibit-message t)) (undo 1)) (undo-boundary))

(defun drive ()
  (find-file (getenv "DRAFT"))
  (if (fboundp 'markdown-mode) (markdown-mode) (text-mode))
  (buffer-enable-undo)
  (add-to-list 'eglot-server-programs (cons major-mode (append (json-parse-string (getenv "SERVER") :array-type 'list) nil)))
  (apply #'eglot (eglot--guess-contact))
  ;; diagnostics, a hover, a fix, requests that are cancelled
  (wait-for "diagnostics" (lambda () (flymake-start) (flymake-diagnostics)))
  (tell 'diagnostics (shown))
  (let* ((first (car (flymake-diagnostics))) (begin (flymake-diagnostic-beg first)) (end (flymake-diagnostic-end first)))
    (goto-char begin)
    (let* ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
           (contents (plist-get answer :contents)))
      (tell 'hover (if (stringp contents) contents (plist-get contents :value))))
    (let ((before (text)))
      (undo-boundary)
      (cl-letf (((symbol-function 'completing-read) (lambda (_ items &rest _) (car (car items)))))
        (let ((last-nonmenu-event t)) (eglot-code-actions begin end "quickfix" t)))
      (look)
      (tell 'fixed (text))
      (undo-last)
      (look)
      (tell 'unfixed (if (equal (text) before) t :json-false))))
  (let (ids)
    ;; with an edit before each, so that the server is still reading for one when the next is cancelled
    (dotimes (_ 20)
      (save-excursion (goto-char (point-max)) (insert "x"))
      (eglot--signal-textDocument/didChange)
      (jsonrpc-async-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)
                             :success-fn #'ignore :error-fn #'ignore)
      (let ((id (jsonrpc--next-request-id (eglot-current-server))))
        (push id ids)
        (jsonrpc-notify (eglot-current-server) :$/cancelRequest (list :id id)))
      (delete-region (1- (point-max)) (point-max)))
    (tell 'cancelled (vconcat ids)))
  (look)
  ;; edits
  (dolist (line (with-temp-buffer
                  (insert-file-contents (getenv "EDITS"))
                  (split-string (buffer-string) "\n" t)))
    (let* ((edit (let ((json-object-type 'alist) (json-false nil)) (json-read-from-string line)))
           (before (text))
           (from (+ (point-min) (mod (alist-get 'from edit) (1+ (buffer-size)))))
           (to (min (point-max) (+ from (alist-get 'length edit))))
           (commands [kill-line upcase-word capitalize-word transpose-lines join-line kill-word transpose-chars
                      delete-blank-lines open-line kill-whole-line downcase-word fixup-whitespace])
           (command (alist-get 'command edit)))
      (undo-boundary)
      (goto-char from)
      (if (= command 0)
          (progn (delete-region from to) (insert (alist-get 'text edit)))
        (ignore-errors
          (setq last-command nil this-command nil)
          (call-interactively (aref commands (mod command (length commands))))))
      (undo-boundary)
      (look)
      (unless (equal (text) before)
        (undo-last)
        (look)
        (unless (equal (text) before) (error "undo did not bring back the draft"))
        (when (eq t (alist-get 'redo edit))
          (undo-last)
          (look)))))
  ;; what holds a NUL is no text, and nothing is found in it
  (goto-char (point-min))
  (while (search-forward "\0" nil t) (replace-match ""))
  (look)
  (tell 'text (text))
  (wait-for "the last diagnostics" #'look)
  (flymake-start)
  (accept-process-output nil 0.2)
  (tell 'last (shown))
  (eglot-shutdown (eglot-current-server)))

(condition-case failure (drive) (error (tell 'failure (error-message-string failure))))
(let ((coding-system-for-write 'utf-8-unix)) (write-region (json-encode told) nil (getenv "TOLD") nil 'quiet))
(kill-emacs 0)
