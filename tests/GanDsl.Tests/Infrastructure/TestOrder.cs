// Torch's random numbers and default type belong to the process: tests that seed or set them run one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
