// Networks take their first weights from torch's one global generator: runs side by side would change each other's numbers.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
