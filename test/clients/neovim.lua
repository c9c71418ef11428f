-- Drives Neovim without a screen: edits the draft as the file EDITS says, and shows the witness its buffer after each change.
local told = {}

local ok, failure = pcall(function()
  vim.o.hidden = true
  vim.o.undofile = false
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DRAFT))
  vim.bo.filetype = 'markdown'
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'says-who',
    cmd = vim.fn.json_decode(vim.env.SERVER),
    root_dir = vim.fn.fnamemodify(vim.env.DRAFT, ':h'),
    flags = { debounce_text_changes = 0 },
  })
  assert(id and vim.lsp.buf_attach_client(buffer, id), 'the server did not start')
  local client = vim.lsp.get_client_by_id(id)

  local function wait(what, look)
    assert(vim.wait(20000, look, 10), 'waited in vain for ' .. what)
  end
  local function request(method, params)
    local answer = client.request_sync(method, params, 20000, buffer)
    assert(answer and not answer.err, method .. ' was not answered')
    return answer.result
  end
  local function look()
    vim.cmd('silent keepalt noautocmd write! ' .. vim.fn.fnameescape(vim.env.COPY))
    return request('witness/look', { uri = vim.uri_from_bufnr(buffer), file = vim.env.COPY }).settled
  end
  local function shown()
    return vim.tbl_map(function(one)
      return one.message
    end, vim.diagnostic.get(buffer))
  end
  local function text()
    return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
  end

  -- diagnostics, a hover, a fix, requests that are cancelled
  wait('diagnostics', function()
    return #vim.diagnostic.get(buffer) > 0
  end)
  told.diagnostics = shown()
  local first = vim.diagnostic.get(buffer)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  told.hover = request('textDocument/hover', vim.lsp.util.make_position_params()).contents.value
  vim.ui.select = function(items, _, choose)
    choose(items[1], 1)
  end
  local before = text()
  vim.lsp.buf.code_action()
  wait('the fix', function()
    return text() ~= before
  end)
  look()
  told.fixed = text()
  vim.cmd('silent undo')
  look()
  told.unfixed = text() == before
  told.cancelled = {}
  for _ = 1, 20 do
    local _, sent = client.request('textDocument/hover', vim.lsp.util.make_position_params(), function() end, buffer)
    table.insert(told.cancelled, sent)
    client.cancel_request(sent)
  end
  look()

  -- edits
  local commands = { 'dd', 'J', '>>', 'gUU', 'yyp', '~', 'ddP', 'x', 'D', 'guiw', 'O', 'gww' }
  local function position_of(bytes, offset)
    local head = bytes:sub(1, offset)
    local _, row = head:gsub('\n', '')
    return row, #head - #(head:match('^.*\n') or '')
  end
  for _, line in ipairs(vim.fn.readfile(vim.env.EDITS)) do
    local edit = vim.fn.json_decode(line)
    local bytes = text()
    local starts = vim.str_utf_pos(bytes)
    local from = edit.from % (#starts + 1)
    local to = math.min(from + edit.length, #starts)
    local row, column = position_of(bytes, (starts[from + 1] or #bytes + 1) - 1)
    local last_row, last_column = position_of(bytes, (starts[to + 1] or #bytes + 1) - 1)
    -- closes the last change, so that undo takes back the next one alone
    vim.bo.undolevels = vim.bo.undolevels
    local count = vim.fn.undotree().seq_cur
    if edit.command == 0 then
      vim.api.nvim_buf_set_text(buffer, row, column, last_row, last_column, vim.split(edit.text, '\n', { plain = true }))
    else
      vim.api.nvim_win_set_cursor(0, { row + 1, column })
      vim.cmd('silent! normal! ' .. commands[edit.command % #commands + 1])
    end
    look()
    if vim.fn.undotree().seq_cur ~= count then
      vim.cmd('silent undo')
      look()
      assert(text() == bytes, 'undo did not bring back the draft')
      if edit.redo then
        vim.cmd('silent redo')
        look()
      end
    end
  end

  local newline = vim.bo.fileformat == 'dos' and '\r\n' or '\n'
  told.text = text():gsub('\n', newline) .. (vim.bo.endofline and newline or '')
  wait('the last diagnostics', look)
  vim.wait(200)
  told.last = shown()
  client.stop()
  wait('the end of the server', function()
    return client.is_stopped()
  end)
end)
if not ok then
  told.failure = tostring(failure)
end
vim.fn.writefile({ vim.fn.json_encode(told) }, vim.env.TOLD)
vim.cmd('qall!')
