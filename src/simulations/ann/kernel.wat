;; Squared Euclidean distances over one memory, four rows at a time (WebAssembly with SIMD128).
;; Built into kernel-bytes.ts by `npm run kernel`; plain-kernel.ts is the same in TypeScript.
;;
;; A row is a run of 32-bit floats, padded with zeros to a multiple of 16 bytes (`$stride`). A key is eight bytes:
;; the id (low word) and the bits of the distance (high word), so that keys read as 64-bit floats sort by distance, then id.
;; Every row has one accumulator of four lanes, summed as (0 + 2) + (1 + 3): a pair of rows always gives the same bits.
;; The first 1,024 bytes of memory are for ids that `expand` collects; the word after them is for what `diverse` counts.
(module
  (import "arena" "memory" (memory 1))

  ;; The distances of a query to four rows, one a lane.
  (func $four (param $query i32) (param $a i32) (param $b i32) (param $c i32) (param $d i32) (param $stride i32)
    (result v128)
    (local $end i32) (local $q v128) (local $t v128)
    (local $sa v128) (local $sb v128) (local $sc v128) (local $sd v128)
    (local.set $end (i32.add (local.get $query) (local.get $stride)))
    (if (i32.and (local.get $stride) (i32.const 16)) (then
      (local.set $q (v128.load (local.get $query)))
      (local.set $t (f32x4.sub (local.get $q) (v128.load (local.get $a))))
      (local.set $sa (f32x4.mul (local.get $t) (local.get $t)))
      (local.set $t (f32x4.sub (local.get $q) (v128.load (local.get $b))))
      (local.set $sb (f32x4.mul (local.get $t) (local.get $t)))
      (local.set $t (f32x4.sub (local.get $q) (v128.load (local.get $c))))
      (local.set $sc (f32x4.mul (local.get $t) (local.get $t)))
      (local.set $t (f32x4.sub (local.get $q) (v128.load (local.get $d))))
      (local.set $sd (f32x4.mul (local.get $t) (local.get $t)))
      (local.set $query (i32.add (local.get $query) (i32.const 16)))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (local.set $c (i32.add (local.get $c) (i32.const 16)))
      (local.set $d (i32.add (local.get $d) (i32.const 16)))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $query) (local.get $end)))
        (local.set $q (v128.load (local.get $query)))
        (local.set $t (f32x4.sub (local.get $q) (v128.load (local.get $a))))
        (local.set $sa (f32x4.add (local.get $sa) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $t (f32x4.sub (local.get $q) (v128.load (local.get $b))))
        (local.set $sb (f32x4.add (local.get $sb) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $t (f32x4.sub (local.get $q) (v128.load (local.get $c))))
        (local.set $sc (f32x4.add (local.get $sc) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $t (f32x4.sub (local.get $q) (v128.load (local.get $d))))
        (local.set $sd (f32x4.add (local.get $sd) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $q (v128.load offset=16 (local.get $query)))
        (local.set $t (f32x4.sub (local.get $q) (v128.load offset=16 (local.get $a))))
        (local.set $sa (f32x4.add (local.get $sa) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $t (f32x4.sub (local.get $q) (v128.load offset=16 (local.get $b))))
        (local.set $sb (f32x4.add (local.get $sb) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $t (f32x4.sub (local.get $q) (v128.load offset=16 (local.get $c))))
        (local.set $sc (f32x4.add (local.get $sc) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $t (f32x4.sub (local.get $q) (v128.load offset=16 (local.get $d))))
        (local.set $sd (f32x4.add (local.get $sd) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $query (i32.add (local.get $query) (i32.const 32)))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (local.set $b (i32.add (local.get $b) (i32.const 32)))
        (local.set $c (i32.add (local.get $c) (i32.const 32)))
        (local.set $d (i32.add (local.get $d) (i32.const 32)))
        (br $next)))
    ;; [a b a b] of lanes 0 1 and of lanes 2 3, added; the same for c and d; then the halves.
    (local.set $sa (f32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sa) (local.get $sb))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sa) (local.get $sb))))
    (local.set $sc (f32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sc) (local.get $sd))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sc) (local.get $sd))))
    (f32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $sa) (local.get $sc))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $sa) (local.get $sc))))

  ;; The distance of a query to one row: the same steps as a lane of $four.
  (func $one (param $query i32) (param $a i32) (param $stride i32) (result f32)
    (local $end i32) (local $t v128) (local $sa v128)
    (local.set $end (i32.add (local.get $query) (local.get $stride)))
    (if (i32.and (local.get $stride) (i32.const 16)) (then
      (local.set $t (f32x4.sub (v128.load (local.get $query)) (v128.load (local.get $a))))
      (local.set $sa (f32x4.mul (local.get $t) (local.get $t)))
      (local.set $query (i32.add (local.get $query) (i32.const 16)))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $query) (local.get $end)))
        (local.set $t (f32x4.sub (v128.load (local.get $query)) (v128.load (local.get $a))))
        (local.set $sa (f32x4.add (local.get $sa) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $t (f32x4.sub (v128.load offset=16 (local.get $query)) (v128.load offset=16 (local.get $a))))
        (local.set $sa (f32x4.add (local.get $sa) (f32x4.mul (local.get $t) (local.get $t))))
        (local.set $query (i32.add (local.get $query) (i32.const 32)))
        (local.set $a (i32.add (local.get $a) (i32.const 32)))
        (br $next)))
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $sa)) (f32x4.extract_lane 2 (local.get $sa)))
      (f32.add (f32x4.extract_lane 1 (local.get $sa)) (f32x4.extract_lane 3 (local.get $sa)))))

  ;; Keys of listed rows.
  (func $listed (export "listed") (param $query i32) (param $rows i32) (param $stride i32) (param $ids i32)
    (param $count i32) (param $keys i32)
    (local $end i32) (local $four v128) (local $found v128)
    (local.set $end (i32.add (local.get $ids) (i32.shl (i32.and (local.get $count) (i32.const -4)) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $ids) (local.get $end)))
        (local.set $four (v128.load (local.get $ids)))
        (local.set $found (call $four
          (local.get $query)
          (i32.add (local.get $rows) (i32.mul (i32x4.extract_lane 0 (local.get $four)) (local.get $stride)))
          (i32.add (local.get $rows) (i32.mul (i32x4.extract_lane 1 (local.get $four)) (local.get $stride)))
          (i32.add (local.get $rows) (i32.mul (i32x4.extract_lane 2 (local.get $four)) (local.get $stride)))
          (i32.add (local.get $rows) (i32.mul (i32x4.extract_lane 3 (local.get $four)) (local.get $stride)))
          (local.get $stride)))
        (v128.store (local.get $keys)
          (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $four) (local.get $found)))
        (v128.store offset=16 (local.get $keys)
          (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $four) (local.get $found)))
        (local.set $ids (i32.add (local.get $ids) (i32.const 16)))
        (local.set $keys (i32.add (local.get $keys) (i32.const 32)))
        (br $next)))
    (local.set $end (i32.add (local.get $end) (i32.shl (i32.and (local.get $count) (i32.const 3)) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $ids) (local.get $end)))
        (i32.store (local.get $keys) (i32.load (local.get $ids)))
        (f32.store offset=4 (local.get $keys) (call $one
          (local.get $query)
          (i32.add (local.get $rows) (i32.mul (i32.load (local.get $ids)) (local.get $stride)))
          (local.get $stride)))
        (local.set $ids (i32.add (local.get $ids) (i32.const 4)))
        (local.set $keys (i32.add (local.get $keys) (i32.const 8)))
        (br $next))))

  ;; Keys of those neighbours (a count, then ids) that this search has not visited; marks them. Returns how many.
  (func (export "expand") (param $query i32) (param $rows i32) (param $stride i32) (param $links i32)
    (param $visited i32) (param $epoch i32) (param $keys i32) (result i32)
    (local $end i32) (local $id i32) (local $mark i32) (local $fresh i32)
    (local.set $end (i32.add (local.get $links) (i32.shl (i32.load (local.get $links)) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $links) (local.get $end)))
        (local.set $links (i32.add (local.get $links) (i32.const 4)))
        (local.set $id (i32.load (local.get $links)))
        (local.set $mark (i32.add (local.get $visited) (i32.shl (local.get $id) (i32.const 2))))
        (i32.store (local.get $fresh) (local.get $id))
        (local.set $fresh (i32.add (local.get $fresh)
          (i32.shl (i32.ne (i32.load (local.get $mark)) (local.get $epoch)) (i32.const 2))))
        (i32.store (local.get $mark) (local.get $epoch))
        (br $next)))
    (local.set $fresh (i32.shr_u (local.get $fresh) (i32.const 2)))
    (call $listed (local.get $query) (local.get $rows) (local.get $stride) (i32.const 0) (local.get $fresh)
      (local.get $keys))
    (local.get $fresh))

  ;; Keys of those rows of a block that are no farther than a limit; ids count from $first. Returns how many.
  (func (export "scan") (param $query i32) (param $rows i32) (param $stride i32) (param $count i32)
    (param $limit f32) (param $first i32) (param $keys i32) (result i32)
    (local $start i32) (local $end i32) (local $near i32) (local $found v128) (local $one f32)
    (local.set $start (local.get $keys))
    (local.set $end (i32.add (local.get $first) (i32.and (local.get $count) (i32.const -4))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $first) (local.get $end)))
        (local.set $found (call $four
          (local.get $query)
          (local.get $rows)
          (i32.add (local.get $rows) (local.get $stride))
          (i32.add (local.get $rows) (i32.shl (local.get $stride) (i32.const 1)))
          (i32.add (local.get $rows) (i32.mul (local.get $stride) (i32.const 3)))
          (local.get $stride)))
        (local.set $near (i32x4.bitmask (f32x4.le (local.get $found) (f32x4.splat (local.get $limit)))))
        (if (local.get $near) (then
          (i32.store (local.get $keys) (local.get $first))
          (f32.store offset=4 (local.get $keys) (f32x4.extract_lane 0 (local.get $found)))
          (local.set $keys (i32.add (local.get $keys) (i32.shl (i32.and (local.get $near) (i32.const 1)) (i32.const 3))))
          (i32.store (local.get $keys) (i32.add (local.get $first) (i32.const 1)))
          (f32.store offset=4 (local.get $keys) (f32x4.extract_lane 1 (local.get $found)))
          (local.set $keys (i32.add (local.get $keys) (i32.shl (i32.and (local.get $near) (i32.const 2)) (i32.const 2))))
          (i32.store (local.get $keys) (i32.add (local.get $first) (i32.const 2)))
          (f32.store offset=4 (local.get $keys) (f32x4.extract_lane 2 (local.get $found)))
          (local.set $keys (i32.add (local.get $keys) (i32.shl (i32.and (local.get $near) (i32.const 4)) (i32.const 1))))
          (i32.store (local.get $keys) (i32.add (local.get $first) (i32.const 3)))
          (f32.store offset=4 (local.get $keys) (f32x4.extract_lane 3 (local.get $found)))
          (local.set $keys (i32.add (local.get $keys) (i32.and (local.get $near) (i32.const 8))))))
        (local.set $first (i32.add (local.get $first) (i32.const 4)))
        (local.set $rows (i32.add (local.get $rows) (i32.shl (local.get $stride) (i32.const 2))))
        (br $next)))
    (local.set $end (i32.add (local.get $end) (i32.and (local.get $count) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $first) (local.get $end)))
        (local.set $one (call $one (local.get $query) (local.get $rows) (local.get $stride)))
        (i32.store (local.get $keys) (local.get $first))
        (f32.store offset=4 (local.get $keys) (local.get $one))
        (local.set $keys (i32.add (local.get $keys)
          (i32.shl (f32.le (local.get $one) (local.get $limit)) (i32.const 3))))
        (local.set $first (i32.add (local.get $first) (i32.const 1)))
        (local.set $rows (i32.add (local.get $rows) (local.get $stride)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $keys) (local.get $start)) (i32.const 3)))

  ;; For each point of a block the key of its nearest centre; of two as near, the first.
  (func (export "assign") (param $points i32) (param $count i32) (param $stride i32) (param $centres i32)
    (param $k i32) (param $keys i32)
    (local $end i32) (local $row i32) (local $id i32) (local $best i32) (local $least f32) (local $one f32)
    (local $found v128) (local $near i32)
    (local.set $end (i32.add (local.get $keys) (i32.shl (local.get $count) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $keys) (local.get $end)))
        (local.set $least (f32.const inf))
        (local.set $best (i32.const 0))
        (local.set $id (i32.const 0))
        (local.set $row (local.get $centres))
        (block $rest
          (loop $fours
            (br_if $rest (i32.gt_u (i32.add (local.get $id) (i32.const 4)) (local.get $k)))
            (local.set $found (call $four
              (local.get $points)
              (local.get $row)
              (i32.add (local.get $row) (local.get $stride))
              (i32.add (local.get $row) (i32.shl (local.get $stride) (i32.const 1)))
              (i32.add (local.get $row) (i32.mul (local.get $stride) (i32.const 3)))
              (local.get $stride)))
            (local.set $near (i32x4.bitmask (f32x4.lt (local.get $found) (f32x4.splat (local.get $least)))))
            (if (local.get $near) (then
              (if (f32.lt (f32x4.extract_lane 0 (local.get $found)) (local.get $least)) (then
                (local.set $least (f32x4.extract_lane 0 (local.get $found)))
                (local.set $best (local.get $id))))
              (if (f32.lt (f32x4.extract_lane 1 (local.get $found)) (local.get $least)) (then
                (local.set $least (f32x4.extract_lane 1 (local.get $found)))
                (local.set $best (i32.add (local.get $id) (i32.const 1)))))
              (if (f32.lt (f32x4.extract_lane 2 (local.get $found)) (local.get $least)) (then
                (local.set $least (f32x4.extract_lane 2 (local.get $found)))
                (local.set $best (i32.add (local.get $id) (i32.const 2)))))
              (if (f32.lt (f32x4.extract_lane 3 (local.get $found)) (local.get $least)) (then
                (local.set $least (f32x4.extract_lane 3 (local.get $found)))
                (local.set $best (i32.add (local.get $id) (i32.const 3)))))))
            (local.set $id (i32.add (local.get $id) (i32.const 4)))
            (local.set $row (i32.add (local.get $row) (i32.shl (local.get $stride) (i32.const 2))))
            (br $fours)))
        (block $rest
          (loop $ones
            (br_if $rest (i32.ge_u (local.get $id) (local.get $k)))
            (local.set $one (call $one (local.get $points) (local.get $row) (local.get $stride)))
            (if (f32.lt (local.get $one) (local.get $least)) (then
              (local.set $least (local.get $one))
              (local.set $best (local.get $id))))
            (local.set $id (i32.add (local.get $id) (i32.const 1)))
            (local.set $row (i32.add (local.get $row) (local.get $stride)))
            (br $ones)))
        (i32.store (local.get $keys) (local.get $best))
        (f32.store offset=4 (local.get $keys) (local.get $least))
        (local.set $keys (i32.add (local.get $keys) (i32.const 8)))
        (local.set $points (i32.add (local.get $points) (local.get $stride)))
        (br $next))))

  ;; Of candidates in rising order keeps those that are nearer to the query than to any kept before, at most so many;
  ;; moves them to the front and returns how many. Compares with four kept ones at a time, because one row after the other
  ;; would wait for its sums. Leaves the number of distances computed at 1,024.
  (func (export "diverse") (param $rows i32) (param $stride i32) (param $keys i32) (param $count i32)
    (param $most i32) (result i32)
    (local $at i32) (local $end i32) (local $kept i32) (local $limit i32) (local $other i32) (local $computed i32)
    (local $row i32) (local $left i32) (local $first i32) (local $distance f32)
    (local.set $at (local.get $keys))
    (local.set $end (i32.add (local.get $keys) (i32.shl (local.get $count) (i32.const 3))))
    (local.set $kept (local.get $keys))
    (local.set $limit (i32.add (local.get $keys) (i32.shl (local.get $most) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (br_if $done (i32.ge_u (local.get $kept) (local.get $limit)))
        (local.set $row (i32.add (local.get $rows) (i32.mul (i32.load (local.get $at)) (local.get $stride))))
        (local.set $distance (f32.load offset=4 (local.get $at)))
        (local.set $other (local.get $keys))
        (block $rejected
          (block $accepted
            (loop $compare
              (br_if $accepted (i32.ge_u (local.get $other) (local.get $kept)))
              (local.set $left (i32.shr_u (i32.sub (local.get $kept) (local.get $other)) (i32.const 3)))
              (local.set $computed (i32.add (local.get $computed)
                (select (local.get $left) (i32.const 4) (i32.lt_u (local.get $left) (i32.const 4)))))
              (local.set $first (i32.load (local.get $other)))
              (br_if $rejected (i32x4.bitmask (f32x4.lt
                (call $four
                  (local.get $row)
                  (i32.add (local.get $rows) (i32.mul (local.get $stride) (local.get $first)))
                  (i32.add (local.get $rows) (i32.mul (local.get $stride)
                    (select (i32.load offset=8 (local.get $other)) (local.get $first)
                      (i32.gt_u (local.get $left) (i32.const 1)))))
                  (i32.add (local.get $rows) (i32.mul (local.get $stride)
                    (select (i32.load offset=16 (local.get $other)) (local.get $first)
                      (i32.gt_u (local.get $left) (i32.const 2)))))
                  (i32.add (local.get $rows) (i32.mul (local.get $stride)
                    (select (i32.load offset=24 (local.get $other)) (local.get $first)
                      (i32.gt_u (local.get $left) (i32.const 3)))))
                  (local.get $stride))
                (f32x4.splat (local.get $distance)))))
              (local.set $other (i32.add (local.get $other) (i32.const 32)))
              (br $compare)))
          (i64.store (local.get $kept) (i64.load (local.get $at)))
          (local.set $kept (i32.add (local.get $kept) (i32.const 8))))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br $next)))
    (i32.store offset=1024 (i32.const 0) (local.get $computed))
    (i32.shr_u (i32.sub (local.get $kept) (local.get $keys)) (i32.const 3))))
