/*
 * A QR code of a short text, as a picture for the page: byte mode, error correction M, versions 1 to 12 (287 bytes). Made after
 * ISO/IEC 18004; loaded only when a reader asks for it.
 */
(function () {
  'use strict';
  // of versions 1 to 12, at level M: check bytes a block, blocks of the short kind, their data bytes, blocks with one byte more
  const blocks = [[10, 1, 16, 0], [16, 1, 28, 0], [26, 1, 44, 0], [18, 2, 32, 0], [24, 2, 43, 0], [16, 4, 27, 0],
    [18, 4, 31, 0], [22, 2, 38, 2], [22, 3, 36, 2], [26, 4, 43, 1], [30, 1, 50, 4], [22, 6, 36, 2]];
  const alignment = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50],
    [6, 30, 54], [6, 32, 58]];
  const masks = [(r, c) => (r + c) % 2, r => r % 2, (r, c) => c % 3, (r, c) => (r + c) % 3,
    (r, c) => ((r >> 1) + Math.floor(c / 3)) % 2, (r, c) => (r * c) % 2 + (r * c) % 3,
    (r, c) => ((r * c) % 2 + (r * c) % 3) % 2, (r, c) => ((r + c) % 2 + (r * c) % 3) % 2];

  /* Powers in the field of 256 elements. */
  const power = [1];
  const log = [];
  for (let i = 0; i < 255; i++) {
    log[power[i]] = i;
    power.push(power[i] << 1 ^ (power[i] > 127 ? 0x11d : 0));
  }

  function times(a, b) { return a && b ? power[(log[a] + log[b]) % 255] : 0; }

  /* Reed–Solomon: what remains of the data when it is divided by the product of (x − 2^i). */
  function check(data, count) {
    let divisor = [1];
    for (let i = 0; i < count; i++) {
      const next = divisor.concat(0);
      divisor.forEach((factor, at) => { next[at + 1] ^= times(factor, power[i]); });
      divisor = next;
    }
    const rest = data.concat(new Array(count).fill(0));
    for (let at = 0; at < data.length; at++) {
      const factor = rest[at];
      divisor.forEach((each, i) => { rest[at + i] ^= times(each, factor); });
    }
    return rest.slice(data.length);
  }

  function capacity([, short, bytes, long]) { return short * bytes + long * (bytes + 1); }

  /* Data and check bytes, the blocks woven into each other. */
  function codewords(text, version) {
    const [checks, short, bytes, long] = blocks[version - 1];
    const bits = [];
    const put = (value, count) => { for (let i = count - 1; i >= 0; i--) { bits.push(value >> i & 1); } };
    const total = capacity(blocks[version - 1]) * 8;
    put(4, 4);
    put(text.length, version < 10 ? 8 : 16);
    text.forEach(byte => put(byte, 8));
    put(0, Math.min(4, total - bits.length));
    put(0, (8 - bits.length % 8) % 8);
    for (let pad = 0xec; bits.length < total; pad ^= 0xfd) { put(pad, 8); }
    const data = [];
    for (let i = 0; i < total; i += 8) { data.push(parseInt(bits.slice(i, i + 8).join(''), 2)); }
    const parts = [];
    for (let i = 0, from = 0; i < short + long; i++) {
      const size = bytes + (i < short ? 0 : 1);
      parts.push(data.slice(from, from + size));
      from += size;
    }
    const woven = [];
    const weave = (rows, count) => { for (let i = 0; i < count; i++) { rows.forEach(row => i < row.length && woven.push(row[i])); } };
    weave(parts, bytes + 1);
    weave(parts.map(part => check(part, checks)), checks);
    return woven;
  }

  /* A number with the remainder of its division, which protects it. */
  function protectedBits(value, shift, divisor) {
    let rest = value << shift;
    for (let bit = 31 - Math.clz32(rest); bit >= shift; bit--) {
      if (rest >> bit & 1) { rest ^= divisor << (bit - shift); }
    }
    return value << shift | rest;
  }

  /* All that is the same for each text: null where data goes. */
  function frame(version) {
    const size = version * 4 + 17;
    const grid = Array.from({ length: size }, () => new Array(size).fill(null));
    const square = (row, column, reach, dark) => {
      for (let r = -reach; r <= reach; r++) {
        for (let c = -reach; c <= reach; c++) {
          if (grid[row + r] && grid[row + r][column + c] !== undefined) { grid[row + r][column + c] = dark(Math.max(Math.abs(r), Math.abs(c))); }
        }
      }
    };
    for (let i = 0; i < size; i++) { grid[6][i] = grid[i][6] = 1 - i % 2; }
    const places = alignment[version - 1];
    places.forEach(row => places.forEach(column => {
      const corner = (row === 6 && (column === 6 || column === size - 7)) || (column === 6 && row === size - 7);
      if (!corner) { square(row, column, 2, far => far === 1 ? 0 : 1); }
    }));
    [[3, 3], [3, size - 4], [size - 4, 3]].forEach(([row, column]) => square(row, column, 4, far => far === 2 || far === 4 ? 0 : 1));
    if (version > 6) {
      const bits = protectedBits(version, 12, 0x1f25);
      for (let i = 0; i < 18; i++) {
        const row = size - 11 + i % 3;
        const column = Math.floor(i / 3);
        grid[row][column] = grid[column][row] = bits >> i & 1;
      }
    }
    return grid;
  }

  /* Level M and the mask, twice. */
  function setFormat(grid, mask) {
    const size = grid.length;
    const bits = protectedBits(mask, 10, 0x537) ^ 0x5412;
    for (let i = 0; i < 15; i++) {
      const bit = bits >> i & 1;
      grid[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i][8] = bit;
      grid[8][i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i] = bit;
    }
    grid[size - 8][8] = 1;
  }

  /* How hard a pattern is to read: long runs, squares, what looks like a corner, too dark or too light. */
  function penalty(grid) {
    const size = grid.length;
    let sum = 0;
    let dark = 0;
    const lines = grid.map(row => row.join('')).concat(grid.map((row, i) => grid.map(each => each[i]).join('')));
    lines.forEach(line => {
      (line.match(/0{5,}|1{5,}/g) || []).forEach(run => { sum += run.length - 2; });
      for (let i = 0; i < size - 10; i++) {
        const part = line.slice(i, i + 11);
        if (part === '10111010000' || part === '00001011101') { sum += 40; }
      }
    });
    for (let r = 0; r < size; r++) {
      for (let c = 0; c < size; c++) {
        dark += grid[r][c];
        if (r && c && grid[r][c] === grid[r - 1][c] && grid[r][c] === grid[r][c - 1] && grid[r][c] === grid[r - 1][c - 1]) { sum += 3; }
      }
    }
    return sum + 10 * Math.floor(Math.abs(dark * 20 / (size * size) - 10));
  }

  function modules(text) {
    const bytes = Array.from(new TextEncoder().encode(text));
    const version = blocks.findIndex((block, i) => capacity(block) >= bytes.length + (i < 9 ? 2 : 3)) + 1;
    if (!version) { throw new RangeError('Too long for a QR code: ' + text); }
    const empty = frame(version);
    setFormat(empty, 0);
    const bits = codewords(bytes, version).map(byte => byte.toString(2).padStart(8, '0')).join('');
    const size = empty.length;
    let best = null;
    masks.forEach((mask, number) => {
      const grid = empty.map(row => row.slice());
      let at = 0;
      // two columns at a time, from the right, up and down; the column of marks is passed by
      for (let right = size - 1; right > 0; right -= 2) {
        if (right === 6) { right = 5; }
        const up = (right + 1 & 2) === 0;
        for (let i = 0; i < size; i++) {
          const row = up ? size - 1 - i : i;
          for (let column = right; column > right - 2; column--) {
            if (grid[row][column] === null) { grid[row][column] = Number(bits[at++] || 0) ^ (mask(row, column) ? 0 : 1); }
          }
        }
      }
      setFormat(grid, number);
      const worth = penalty(grid);
      if (!best || worth < best.worth) { best = { grid, worth }; }
    });
    return best.grid;
  }

  window.CLH.qr = text => {
    const grid = modules(text);
    const side = grid.length + 8;
    let path = '';
    grid.forEach((row, r) => row.forEach((dark, c) => { if (dark) { path += 'M' + (c + 4) + ' ' + (r + 4) + 'h1v1h-1z'; } }));
    const space = 'http://www.w3.org/2000/svg';
    const picture = document.createElementNS(space, 'svg');
    const shape = document.createElementNS(space, 'path');
    shape.setAttribute('d', path);
    picture.setAttribute('viewBox', '0 0 ' + side + ' ' + side);
    picture.setAttribute('class', 'qr');
    picture.setAttribute('role', 'img');
    picture.setAttribute('tabindex', '-1');
    picture.append(shape);
    return picture;
  };
}());
