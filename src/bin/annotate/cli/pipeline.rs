//! Work spread over threads, results in the order of the input, memory bounded.
//!
//! Item `i` goes to worker `i % jobs` and its result is taken from that worker, in turn. The channels hold a few items
//! each, so a slow worker or a slow reader of the output stops the source instead of filling memory.

use std::io;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Items that wait in front of and behind each worker.
const WAITING: usize = 4;

/// Runs `work` over all items and hands the results to `sink` in order; an error of the sink ends everything.
pub fn run<I: Send, O: Send>(
    jobs: usize,
    items: impl Iterator<Item = I> + Send,
    work: impl Fn(I) -> O + Sync,
    mut sink: impl FnMut(O) -> io::Result<()>,
) -> io::Result<()> {
    let work = &work;
    thread::scope(|scope| {
        let (mut doors, mut results) = (Vec::new(), Vec::new());
        for _ in 0..jobs.max(1) {
            let (door, todo) = sync_channel::<I>(WAITING);
            let (done, result) = sync_channel::<O>(WAITING);
            scope.spawn(move || {
                for item in todo {
                    if done.send(work(item)).is_err() {
                        break;
                    }
                }
            });
            doors.push(door);
            results.push(result);
        }
        scope.spawn(move || {
            for (i, item) in items.enumerate() {
                if doors[i % doors.len()].send(item).is_err() {
                    break;
                }
            }
        });
        // A worker that has no more results had no more items, and so had none of those after it.
        for i in 0.. {
            match results[i % results.len()].recv() {
                Ok(result) => sink(result)?,
                Err(_) => break,
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_the_items() {
        for jobs in [1, 2, 7] {
            let mut seen = Vec::new();
            run(
                jobs,
                0..1000u64,
                |n| n * n,
                |n| {
                    seen.push(n);
                    Ok(())
                },
            )
            .unwrap();
            assert_eq!(seen, (0..1000).map(|n| n * n).collect::<Vec<_>>(), "{jobs} jobs");
        }
    }

    #[test]
    fn a_closed_output_stops_an_endless_source() {
        let mut taken = 0;
        let stop = run(
            3,
            0u64..,
            |n| n,
            |_| {
                taken += 1;
                if taken == 10 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
            },
        );
        assert_eq!(stop.unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}
